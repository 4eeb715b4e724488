import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Instant, WorkspaceParams, closed } from '../shapes.ts'
import { Nullable } from './record-shapes.ts'

const Backup = closed({
  at: Instant,
  bytes: Type.Integer(),
  checked: Type.Union([Type.Literal('checked'), Type.Literal('changed'), Type.Literal('unknown')], {
    description: 'Read again and held to its checksums; of another size since; or nobody remembers.',
  }),
})

const UnderWay = closed({
  at: Instant,
  phase: Type.Union([Type.Literal('writing'), Type.Literal('checking')]),
  done: Type.Integer({ description: 'Bytes of the database that were copied.' }),
  expected: Nullable(Type.Integer()),
})

const Trouble = Type.Union([Type.Literal('no-room'), Type.Literal('failed'), Type.Literal('late')], {
  description: 'The last attempt failed, or the last good one is older than 36 hours.',
})
export type BackupTrouble = Static<typeof Trouble>

/** The backups of the server, which hold all its workspaces. Where they lie is not told. */
export const Backups = closed({
  made: Type.Union([Type.Literal('here'), Type.Literal('off'), Type.Literal('elsewhere')], {
    description: 'elsewhere: the database is a server of its own, which has its own tools.',
  }),
  backups: Type.Array(Backup),
  underWay: Nullable(UnderWay),
  trouble: Nullable(Trouble),
  cutOff: Type.Union([Instant, Type.Null()], {
    description:
      'When the last attempt began, if the server ended before it was whole and nothing good came after it.',
  }),
  next: Nullable(Instant),
  kept: Nullable(closed({ days: Type.Integer(), weeks: Type.Integer() })),
})
export type Backups = Static<typeof Backups>

const base = '/api/w/:workspace/backups'

export const backupRoutes = {
  getBackups: route({
    method: 'GET',
    path: base,
    auth: 'member',
    summary: 'Which backups of the server there are, and how it stands with them; for administrators',
    params: WorkspaceParams,
    answer: Backups,
  }),
  startBackup: route({
    method: 'POST',
    path: base,
    auth: 'member',
    summary: 'Begin a backup of the server, unless one is under way; for administrators',
    params: WorkspaceParams,
    answer: Backups,
  }),
}
