import {
  countUnread,
  dropOldMail,
  dropOldNotifications,
  listNotifications,
  mailSettings,
  notificationSettings,
  readNotifications,
  setNotificationSettings,
  type WorkspaceRef,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { everyWorkspace } from '../../live/every-workspace.ts'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'

const hour = 3_600_000
const keptMs = 90 * 24 * hour

/** Old notifications go, some at a time, so that no removal is long. */
function dropOld(app: FastifyInstance, { database, clock }: Services): void {
  let isOver = false
  const timer = setInterval(() => {
    const before = new Date(clock() - keptMs).toISOString()
    everyWorkspace(database, async (workspace) => {
      while (!isOver && !(await dropOldNotifications(database, workspace, before)));
      if (!isOver) await dropOldMail(database, workspace, before)
    }).catch((error: unknown) => app.log.error({ err: error }, 'old notifications were not dropped'))
  }, hour)
  timer.unref()
  app.addHook('onClose', () => {
    isOver = true
    clearInterval(timer)
  })
}

/** What a member is told, and how. */
export function registerNotifications(app: FastifyInstance, services: Services): void {
  const { database } = services
  dropOld(app, services)

  /** With what there is to be told by, besides the app itself. */
  async function settingsOf(workspace: WorkspaceRef, member: string) {
    const mail = (await mailSettings(database, workspace))?.enabled === true
    return { ...(await notificationSettings(database, workspace, member)), ways: { mail, push: true } }
  }

  register(app, 'listNotifications', async ({ query, member, locale }) => {
    const scene = member()
    const { workspace, actor } = scene
    const page = await listNotifications(database, scene, {
      ...(query.after === undefined ? {} : { after: query.after }),
      unread: query.unread === 'true',
      locale,
    })
    const unread = await countUnread(database, workspace, actor.memberId)
    return { items: page.items.map(({ isGone: _isGone, ...item }) => item), next: page.next, unread }
  })

  register(app, 'readNotifications', async ({ body, member }) => {
    const scene = member()
    await readNotifications(database, scene, body.ids)
    return { unread: await countUnread(database, scene.workspace, scene.actor.memberId) }
  })

  register(app, 'getNotificationSettings', async ({ member }) => {
    const { workspace, actor } = member()
    return settingsOf(workspace, actor.memberId)
  })

  register(app, 'setNotificationSettings', async ({ body, member }) => {
    const { workspace, actor } = member()
    await setNotificationSettings(database, workspace, actor.memberId, body)
    return settingsOf(workspace, actor.memberId)
  })
}
