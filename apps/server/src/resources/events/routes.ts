import { readableForm } from '@pipewright/compiler'
import { countOpenTasks, countUnread, dayIn, toldAmong, type Database } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { isOfBuilders, isRepeated } from '../../live/builders.ts'
import { gatherRecords, isOfRecords, type Gathered } from '../../live/changed-records.ts'
import type { Announcement } from '../../live/announcements.ts'
import { isOfPresence } from '../../live/presence.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { openEventStream, type EventStream } from './event-stream.ts'

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

/** So long changes of records are gathered before an open page is told. */
const gatherMs = 200

/**
 * Which records changed, as far as they may be seen now, deleted ones too, or could until their owner was changed; what
 * they are is asked for.
 */
async function sendRecords(
  database: Database,
  scene: MemberScene,
  { named, many }: Gathered,
  stream: EventStream,
  lost: Set<string>,
): Promise<void> {
  for (const told of await toldAmong(database, scene, named, lost)) stream.send('records', told)
  for (const form of many)
    if (readableForm(scene.rights, form) !== undefined) stream.send('records', { form, ids: null })
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
  const { database, announcements, presence, scenes, sessions, limits } = services
  const open = new Set<EventStream>()

  // A stream never ends by itself, so a server that stops would wait for it.
  app.addHook('preClose', async () => {
    for (const stream of open) stream.end()
  })

  register(app, 'getEvents', async ({ member, account, params, reply }) => {
    const { workspace, actor, rights } = member()
    let session = account()
    const { tell, tellUnread } = tellFigures(services, member(), (event, data) => stream.send(event, data))

    const lost = new Set<string>()
    async function tellRecords(gathered: Gathered): Promise<void> {
      const scene = await scenes.open(params.workspace, session)
      if (scene !== null) await sendRecords(database, scene, gathered, stream, lost)
    }
    const changed = gatherRecords(gatherMs, tellRecords, () => stream.end())

    /** The stream lives as long as its session and membership (AN-04). */
    async function follow({ subject, what }: Announcement): Promise<void> {
      const isAny = subject === '*'
      const concernsUs = subject === workspace.schema || isAny
      const isOurSession = subject === 'session' && what === session.accountId
      if (isOurSession || isAny || (concernsUs && what === 'members')) {
        const current = await sessions.refresh(session)
        if (current === null || (await scenes.open(params.workspace, current)) === null) return stream.end()
        session = current
      }
      if (!concernsUs || isOfPresence(what)) return
      if (isOfRecords(what)) return changed.add(what)
      if (isOfBuilders(what)) {
        if (rights.build && !isRepeated(what)) stream.send('builders', {})
        return
      }
      if (what === notifiedOf(actor.memberId)) await tellUnread()
      if (isOfNotified(what)) return
      if (isAny) await tellUnread()
      if (what === 'bulk-work' || what === 'matching') return
      if (what.startsWith('views')) {
        if (isForViewsOf(actor.memberId, what)) stream.send('views', {})
      } else if (what.startsWith('bulk ')) stream.send('bulk', { id: what.slice('bulk '.length) })
      else if (what.startsWith('import')) stream.send('import', { id: what.slice('import '.length) })
      else await tell(what === 'tasks')
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
        changed.stop()
        open.delete(stream)
      },
    })
    open.add(stream)
    await tell()
    await tellUnread()
    return reply
  })
}
