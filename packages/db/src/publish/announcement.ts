import type { Connection } from '../connection/connection.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

/** The channel on which every process hears of new revisions. */
export const announcementChannel = 'pipewright'

export interface Announcement {
  readonly schema: string
  readonly revision: number
}

/** Inside a transaction: heard by all when it commits. */
export async function announceRevision(
  tx: Connection,
  { schema }: WorkspaceRef,
  revision: number,
): Promise<void> {
  await tx.query({ text: 'select pg_notify($1, $2)', values: [announcementChannel, `${schema}:${revision}`] })
}

/** What a notification on the channel says; undefined when it speaks of something else. */
export function readAnnouncement(payload: string): Announcement | undefined {
  const [, schema, revision] = /^([a-z0-9_]+):(\d+)$/.exec(payload) ?? []
  return schema === undefined ? undefined : { schema, revision: Number(revision) }
}
