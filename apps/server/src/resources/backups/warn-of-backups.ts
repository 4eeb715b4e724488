import { claimBackupWarning, listMembers, notify, type Workspace } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import type { BackupStanding, KeptBackups } from '../../backup/kept-backups.ts'
import { everySoOften } from '../../live/every-so-often.ts'
import { nobodyIn } from '../../scene/nobody.ts'
import type { Services } from '../../services.ts'

const everyMs = 60_000
/** As long as trouble goes on, it is told of so often. */
const againMs = 24 * 3_600_000
/** A server that was off makes up for what it missed before anybody is told that it was late. */
const patienceMs = 3_600_000

/** Tells the administrators of every workspace when the last backup failed, or is too old. */
export function warnOfBackups(app: FastifyInstance, services: Services, kept: KeptBackups): void {
  const { database, scenes, clock } = services
  const begunAt = clock()

  async function warn(workspace: Workspace, { trouble, backups }: BackupStanding): Promise<void> {
    const scene = nobodyIn(workspace, services)
    const { definition } = await scenes.currentApp(workspace)
    const admins = new Set(definition.roles.flatMap(({ key, admin }) => (admin === true ? [key] : [])))
    const members = (await listMembers(database, workspace)).filter(({ roles }) =>
      roles.some((role) => admins.has(role)),
    )
    const lastGood = backups.find(({ checked }) => checked !== 'changed')?.at ?? null
    await database.transaction(async (tx) => {
      if (!(await claimBackupWarning(tx, workspace.key, { now: scene.now, lastGood, againMs }))) return
      await notify(tx, scene, {
        kind: 'backupTrouble',
        members: members.map(({ id }) => id),
        actor: null,
        topic: 'backups',
        params: { path: '/backups', failed: trouble?.type === 'failed' },
      })
    })
  }

  everySoOften(app, services, {
    everyMs,
    failed: 'administrators were not warned of backups',
    afterRestore: 'goesOn',
    async look(workspace) {
      const standing = await kept.standing()
      const { trouble } = standing
      if (trouble === undefined) return
      if (trouble.type === 'late' && clock() - begunAt < patienceMs) return
      await warn(workspace, standing)
    },
  })
}
