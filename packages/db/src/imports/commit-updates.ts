import type { CompiledForm } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { changedSince } from '../ledger/changed-since.ts'
import { refused, type RecordProblem } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import type { Issue } from '@pipewright/compiler'
import { changeTogether } from './change-together.ts'
import { importCause } from './import-cause.ts'
import type { ImportJob } from './import-job.ts'
import type { StagedRow } from './import-store.ts'

/** Versions of the records that some rows change, held until the end; in the order of ids, as all do. */
async function holdTargets(
  tx: Connection,
  { workspace }: Scene,
  form: CompiledForm,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ id: string; version: number }>({
    text: `select id, version from ${quoteTable(workspace.schema, form.table)} where id = any($1::uuid[]) order by id for no key update`,
    values: [ids],
  })
  return new Map(rows.map(({ id, version }) => [id, version]))
}

export type Updated =
  | { readonly ok: true; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly problem: RecordProblem }

/** Why a row is not taken over, or undefined: what somebody changed since the check in a field that the row changes is not overwritten, since nobody has seen that change. */
async function staleness(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  { target, seen, values }: StagedRow,
  version: number | undefined,
): Promise<Updated | undefined> {
  if (target === null || version === undefined || seen === null) return refused('not-found')
  if (version === seen) return undefined
  const since = await changedSince(tx, scene, form, target, version - seen)
  const changed = since.filter((field) => Object.hasOwn(values, field))
  return changed.length > 0 ? refused('stale-version', { version, changed }) : undefined
}

/** Takes what rows say over into their records; answers what came of each, by its place. */
export async function updateTargets(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  job: ImportJob,
  rows: readonly StagedRow[],
): Promise<readonly Updated[]> {
  if (rows.length === 0) return []
  const versions = await holdTargets(
    tx,
    scene,
    form,
    rows.map(({ target }) => target ?? ''),
  )
  const outcomes: (Updated | undefined)[] = []
  for (const row of rows) {
    const version = versions.get(row.target ?? '')
    const saysNothing = version === row.seen && Object.keys(row.was ?? {}).length === 0
    outcomes.push(saysNothing ? { ok: true, warnings: [] } : await staleness(tx, scene, form, row, version))
  }
  const places = rows.flatMap((_row, place) => (outcomes[place] === undefined ? [place] : []))
  const changes = places.map((place) => ({
    id: rows[place]?.target ?? '',
    values: rows[place]?.values ?? {},
  }))
  const changed = await changeTogether(tx, scene, form, changes, importCause(job))
  for (const [position, one] of changed.entries())
    outcomes[places[position] ?? 0] = one.ok ? { ok: true, warnings: one.record.warnings } : one
  return outcomes.map((outcome) => outcome ?? refused('not-found'))
}
