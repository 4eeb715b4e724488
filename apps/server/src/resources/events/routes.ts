import { countOpenTasks, countUnread } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { isOfBuilders, isRepeated } from '../../live/builders.ts'
import type { Announcement } from '../../live/announcements.ts'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { openEventStream, type EventStream } from './event-stream.ts'

const notifiedOf = (member: string): string => `notified ${member}`
const isOfNotified = (what: string): boolean => what.startsWith('notified ')

/** What goes on in a workspace, told to the pages that are open. */
export function registerEvents(app: FastifyInstance, services: Services): void {
  const { database, announcements, scenes, sessions, limits } = services
  const open = new Set<EventStream>()

  // A stream never ends by itself, so a server that stops would wait for it.
  app.addHook('preClose', async () => {
    for (const stream of open) stream.end()
  })

  register(app, 'getEvents', async ({ member, account, params, reply }) => {
    const { workspace, actor, rights } = member()
    let session = account()
    let shown = { revision: -1, tasks: -1 }
    let unread = -1

    async function tell(): Promise<void> {
      const revision = (await scenes.currentApp(workspace)).revision
      const tasks = await countOpenTasks(database, workspace, actor.memberId)
      if (revision !== shown.revision) stream.send('revision', { revision })
      if (tasks !== shown.tasks) stream.send('tasks', { open: tasks })
      shown = { revision, tasks }
    }

    async function tellUnread(): Promise<void> {
      const now = await countUnread(database, workspace, actor.memberId)
      if (now !== unread) stream.send('notifications', { unread: now })
      unread = now
    }

    /** The stream lives as long as its session and membership (AN-04). */
    async function follow({ subject, what }: Announcement): Promise<void> {
      const concernsUs = subject === workspace.schema || subject === '*'
      const isOurSession = subject === 'session' && what === session.accountId
      if (isOurSession || subject === '*' || (concernsUs && what === 'members')) {
        const current = await sessions.refresh(session)
        if (current === null || (await scenes.open(params.workspace, current)) === null) return stream.end()
        session = current
      }
      if (!concernsUs) return
      if (isOfBuilders(what)) {
        if (rights.build && !isRepeated(what)) stream.send('builders', {})
        return
      }
      if (isOfNotified(what)) {
        if (what === notifiedOf(actor.memberId)) await tellUnread()
        return
      }
      if (subject === '*') await tellUnread()
      if (what === 'bulk-work') return
      if (what.startsWith('views')) {
        const [, only] = what.split(' ')
        if (only === undefined || only === actor.memberId) stream.send('views', {})
      } else if (what.startsWith('bulk ')) stream.send('bulk', { id: what.slice('bulk '.length) })
      else if (what.startsWith('import')) stream.send('import', { id: what.slice('import '.length) })
      else await tell()
    }

    const stop = announcements.on((announcement) => void follow(announcement).catch(() => stream.end()))
    const stream = openEventStream(reply, {
      heartbeatMs: limits.heartbeatMs,
      onEnd: () => {
        stop()
        open.delete(stream)
      },
    })
    open.add(stream)
    await tell()
    await tellUnread()
    return reply
  })
}
