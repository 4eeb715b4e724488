import type { BackupRun } from '@pipewright/db'
import type { KeptBackup } from './backup-files.ts'

/** After so long without a good backup administrators are warned. */
export const lateAfterMs = 36 * 3_600_000

/** What is wrong with the backups; undefined: nothing. */
export type BackupTrouble =
  | { readonly type: 'failed'; readonly at: string; readonly reason: 'no-room' | 'other' }
  | { readonly type: 'late' }

const byTime = (at: string): string => `${at.slice(0, 19)}Z`

/** The attempt a file came of; names of files know no milliseconds. */
const runOf = (runs: readonly BackupRun[], { at }: KeptBackup): BackupRun | undefined =>
  runs.find((run) => byTime(run.at) === byTime(at))

/** How sure it is that a file can be brought back. */
export type Checked = 'checked' | 'changed' | 'unknown'

export interface StandingBackup {
  readonly at: string
  readonly bytes: number
  /** `checked`: it was read again and held to its checksums; `changed`: its size is another since; `unknown`: nobody remembers. */
  readonly checked: Checked
}

function checkedOf(run: BackupRun | undefined, { bytes }: KeptBackup): Checked {
  if (run?.outcome !== 'whole') return 'unknown'
  return run.bytes === bytes ? 'checked' : 'changed'
}

/** What is known of the files that lie there, newest first. */
export const standingBackups = (
  kept: readonly KeptBackup[],
  runs: readonly BackupRun[],
): readonly StandingBackup[] =>
  kept.map((one) => ({ at: one.at, bytes: one.bytes, checked: checkedOf(runOf(runs, one), one) }))

/** Warns when the last attempt failed, or when the last good backup is too old. */
export function troubleOf(
  kept: readonly StandingBackup[],
  runs: readonly BackupRun[],
  now: number,
): BackupTrouble | undefined {
  const good = kept.find(({ checked }) => checked !== 'changed')
  const last = runs.find(({ outcome }) => outcome !== null && outcome !== 'stopped')
  const isNewer = good === undefined || byTime(last?.at ?? '') > byTime(good.at)
  if (last?.outcome === 'failed' && isNewer)
    return { type: 'failed', at: last.at, reason: last.reason ?? 'other' }
  const since = good?.at ?? runs.at(-1)?.at
  return since !== undefined && now - Date.parse(since) > lateAfterMs ? { type: 'late' } : undefined
}

/** When the last attempt began, if it was cut off with its server and nothing good came after it. */
export function cutOffOf(kept: readonly StandingBackup[], runs: readonly BackupRun[]): string | undefined {
  const good = kept.find(({ checked }) => checked !== 'changed')
  const last = runs.find(({ outcome }) => outcome !== null)
  if (last?.outcome !== 'stopped') return undefined
  return good === undefined || byTime(last.at) > byTime(good.at) ? last.at : undefined
}

/** Until when nothing is tried after a failure, in milliseconds; it is remembered over starts. */
export function restsAfter(runs: readonly BackupRun[], againMs: number): number {
  const last = runs.find(({ outcome }) => outcome !== null)
  return last?.outcome === 'failed' && last.endedAt !== null ? Date.parse(last.endedAt) + againMs : 0
}
