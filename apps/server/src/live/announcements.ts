import { announcementChannel, type Database } from '@pipewright/db'

/** What changed: `session` of an account, or `revision`, `members`, `tasks`, `import…`, `bulk…` of a workspace schema. */
export interface Announcement {
  readonly subject: string
  readonly what: string
}

export type AnnouncementHandler = (announcement: Announcement) => void

export interface Announcements {
  /** Hears what any process announces, and after a broken connection `*` for "anything may have changed". */
  on(handler: AnnouncementHandler): () => void
  /** Tells this process at once; others hear it from the database. */
  tell(announcement: Announcement): void
  close(): Promise<void>
}

/** A bare number announces that revision. */
const parse = (payload: string): Announcement => {
  const [subject = '', what = ''] = payload.split(':')
  return { subject, what: /^\d+$/.test(what) ? 'revision' : what }
}

/** One database connection that listens for the whole process. */
export async function listenForAnnouncements(database: Database): Promise<Announcements> {
  const handlers = new Set<AnnouncementHandler>()
  const tell = (announcement: Announcement) => {
    for (const handler of handlers) handler(announcement)
  }
  const stop = await database.listen(
    announcementChannel,
    (payload) => tell(parse(payload)),
    () => tell({ subject: '*', what: '' }),
  )
  return {
    on(handler) {
      handlers.add(handler)
      return () => handlers.delete(handler)
    },
    tell,
    close: stop,
  }
}
