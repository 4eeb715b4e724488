import type { Backups } from '@pipewright/contract'
import type { FastifyInstance } from 'fastify'
import type { BackupStanding } from '../../backup/kept-backups.ts'
import type { BackupTrouble } from '../../backup/standing.ts'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { warnOfBackups } from './warn-of-backups.ts'

/** So long after one the next can be asked for. */
const restMs = 5 * 60_000

const none = { backups: [], underWay: null, trouble: null, cutOff: null, next: null, kept: null }

const troubleName = (trouble: BackupTrouble) =>
  trouble.type === 'failed' && trouble.reason === 'no-room' ? 'no-room' : trouble.type

function answerOf({ backups, underWay, trouble, cutOff, next, retention }: BackupStanding): Backups {
  return {
    made: 'here',
    backups: [...backups],
    underWay: underWay ?? null,
    trouble: trouble === undefined ? null : troubleName(trouble),
    cutOff: cutOff ?? null,
    next,
    kept: { days: retention.daily, weeks: retention.weekly },
  }
}

function refuseUnlessAdmin({ rights }: MemberScene): void {
  if (!rights.admin) refuse('not-allowed')
}

/**
 * How it stands with the backups of the server. A backup holds every workspace, and nobody in the app is an
 * administrator of them all: so none is handed out here, and nothing is told but when, how large and how good they are.
 */
export function registerBackups(app: FastifyInstance, services: Services): void {
  const { backups, clock } = services
  if (typeof backups === 'object') warnOfBackups(app, services, backups)

  register(app, 'getBackups', async ({ member }) => {
    refuseUnlessAdmin(member())
    if (typeof backups === 'string') return { made: backups, ...none }
    return answerOf(await backups.standing())
  })

  register(app, 'startBackup', async ({ member }) => {
    refuseUnlessAdmin(member())
    if (typeof backups === 'string') return refuse('not-found')
    const { lastEnd, underWay } = await backups.standing()
    const restsMs = lastEnd === null ? 0 : Date.parse(lastEnd) + restMs - clock()
    if (underWay === undefined && restsMs > 0)
      refuse('backup-just-made', { params: { minutes: Math.ceil(restsMs / 60_000) } })
    backups.begin()
    return answerOf(await backups.standing())
  })
}
