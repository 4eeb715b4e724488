import type { Connection } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'
import { announcementChannel } from '../publish/announcement.ts'

async function announce(connection: Connection, payload: string): Promise<void> {
  await connection.query({
    text: 'select pg_notify($1, $2)',
    values: [announcementChannel, payload],
    name: 'announce',
  })
}

/** Sessions of the account ended: every process forgets what it remembers of them. Heard when the transaction commits. */
export const announceSessions = (connection: Connection, account: string): Promise<void> =>
  announce(connection, `session:${account}`)

/** Members, their roles or departments changed. */
export const announceMembers = (connection: Connection, { schema }: WorkspaceRef): Promise<void> =>
  announce(connection, `${schema}:members`)

/** What the workspace is called or how it counts changed. */
export const announceSettings = (connection: Connection, { schema }: WorkspaceRef): Promise<void> =>
  announce(connection, `${schema}:settings`)

/** Somebody moved in the designer; the words are for the processes that hear it. */
export const announceBuilder = (
  connection: Connection,
  { schema }: WorkspaceRef,
  words: string,
): Promise<void> => announce(connection, `${schema}:${words}`)

/** A draft was changed. */
export const announceDrafts = (connection: Connection, { schema }: WorkspaceRef): Promise<void> =>
  announce(connection, `${schema}:builders`)

/** Somebody's list of open tasks changed. */
export const announceTasks = (connection: Connection, { schema }: WorkspaceRef): Promise<void> =>
  announce(connection, `${schema}:tasks`)

/** Records wait to be calculated anew. */
export const announceRecalculations = (connection: Connection, { schema }: WorkspaceRef): Promise<void> =>
  announce(connection, `${schema}:recalculations`)

/** Records wait to be looked through for those that look the same. */
export const announceMatching = (connection: Connection, { schema }: WorkspaceRef): Promise<void> =>
  announce(connection, `${schema}:matching`)

/** A mail of a record is to be sent. */
export const announceRecordMails = (connection: Connection, { schema }: WorkspaceRef): Promise<void> =>
  announce(connection, `${schema}:record-mails`)

/** A change of type that takes long begins, or goes on. */
export const announceTypeChange = (connection: Connection, { schema }: WorkspaceRef): Promise<void> =>
  announce(connection, `${schema}:type-change`)

/** Many records are to be changed, or changed back. */
export const announceBulkWork = (connection: Connection, { schema }: WorkspaceRef): Promise<void> =>
  announce(connection, `${schema}:bulk-work`)

/** A change of many records went on. */
export const announceBulk = (connection: Connection, { schema }: WorkspaceRef, job: string): Promise<void> =>
  announce(connection, `${schema}:bulk ${job}`)

/** Saved views changed: those that are shared, or of one member alone. */
export const announceViews = (
  connection: Connection,
  { schema }: WorkspaceRef,
  member: string | null,
): Promise<void> => announce(connection, member === null ? `${schema}:views` : `${schema}:views ${member}`)

/** Somebody came to a record, left it, or is still there; the words are for the processes that hear it. */
export const announcePresence = (
  connection: Connection,
  { schema }: WorkspaceRef,
  words: string,
): Promise<void> => announce(connection, `${schema}:${words}`)
