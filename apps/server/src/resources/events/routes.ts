import { countOpenTasks, countUnread, dayIn } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { isOfBuilders, isRepeated } from '../../live/builders.ts'
import { isOfRecords } from '../../live/changed-records.ts'
import type { Announcement } from '../../live/announcements.ts'
import { isOfPresence } from '../../live/presence.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { openEventStream, type EventStream } from './event-stream.ts'
import { recordNews } from './record-news.ts'

const todayOf = ({ memberId: member, zone }: MemberScene['actor'], now: string) => ({
  member,
  now,
  today: dayIn(zone, now),
})

const notifiedOf = (member: string): string => `notified ${member}`
const isOfNotified = (what: string): boolean => what.startsWith('notified ')

function isForViewsOf(member: string, what: string): boolean {
  const [, only] = what.split(' ')
  return only === undefined || only === member
}

/** Work that went on, as the page hears of it; undefined for what is no such thing. */
function workEvent(what: string): readonly [string, { readonly id: string }] | undefined {
  if (what.startsWith('bulk ')) return ['bulk', { id: what.slice('bulk '.length) }]
  return what.startsWith('import') ? ['import', { id: what.slice('import '.length) }] : undefined
}

/** Tells the figures that every page shows, whenever they are others than it was told before. */
function tellFigures(
  { database, scenes, now }: Services,
  { workspace, actor }: MemberScene,
  send: EventStream['send'],
) {
  let shown = { revision: -1, tasks: -1, unread: -1 }
  return {
    /** Of tasks also when there are as many as before: others are due, or on another day. */
    async tell(ofTasks = false): Promise<void> {
      const { revision } = await scenes.currentApp(workspace)
      const tasks = await countOpenTasks(database, workspace, todayOf(actor, now()))
      if (revision !== shown.revision) send('revision', { revision })
      if (ofTasks || tasks !== shown.tasks) send('tasks', { open: tasks })
      shown = { ...shown, revision, tasks }
    },
    async tellUnread(): Promise<void> {
      const left = await countUnread(database, workspace, actor.memberId)
      if (left !== shown.unread) send('notifications', { unread: left })
      shown = { ...shown, unread: left }
    },
  }
}

/** What goes on in a workspace, told to the pages that are open. */
export function registerEvents(app: FastifyInstance, services: Services): void {
  const { announcements, presence, scenes, sessions, limits } = services
  const open = new Set<EventStream>()

  // A stream never ends by itself, so a server that stops would wait for it.
  app.addHook('preClose', async () => {
    for (const stream of open) stream.end()
  })

  register(app, 'getEvents', async ({ member, account, params, reply }) => {
    const { workspace, actor, rights } = member()
    let session = account()
    const { tell, tellUnread } = tellFigures(services, member(), (event, data) => stream.send(event, data))

    const openScene = () => scenes.open(params.workspace, session)
    const records = recordNews(services, openScene, () => stream)

    /** The stream lives as long as its session and membership (AN-04). */
    async function follow({ subject, what }: Announcement): Promise<void> {
      const isAny = subject === '*'
      const concernsUs = subject === workspace.schema || isAny
      const isOurSession = subject === 'session' && what === session.accountId
      if (isOurSession || isAny || (concernsUs && what === 'members')) {
        const current = await sessions.refresh(session)
        const scene = current === null ? null : await scenes.open(params.workspace, current)
        if (current === null || scene === null) return stream.end()
        session = current
        records.look(scene)
      }
      if (!concernsUs || isOfPresence(what)) return
      if (isOfRecords(what)) return records.add(what)
      if (isOfBuilders(what)) {
        if (rights.build && !isRepeated(what)) stream.send('builders', {})
        return
      }
      if (what === notifiedOf(actor.memberId)) await tellUnread()
      if (isOfNotified(what)) return
      if (isAny) await tellUnread()
      if (what === 'bulk-work' || what === 'matching') return
      const work = workEvent(what)
      if (work !== undefined) stream.send(...work)
      else if (!what.startsWith('views')) await tell(what === 'tasks')
      else if (isForViewsOf(actor.memberId, what)) stream.send('views', {})
    }

    const stop = announcements.on((announcement) => void follow(announcement).catch(() => stream.end()))
    const stopPresence = presence.onMoved(workspace.schema, actor.memberId, (record) =>
      stream.send('presence', { record }),
    )
    const stream = openEventStream(reply, {
      heartbeatMs: limits.heartbeatMs,
      onEnd: () => {
        stop()
        stopPresence()
        records.stop()
        open.delete(stream)
      },
    })
    open.add(stream)
    records.look(member())
    await tell()
    await tellUnread()
    return reply
  })
}
