import type { CompiledForm, Issue } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { changedSince } from '../ledger/changed-since.ts'
import { refused, type Outcome } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import { changeRecord } from '../records/update-record.ts'
import type { ImportJob } from './import-job.ts'
import { rowTable, type StagedRow } from './import-store.ts'

/** Version by id of every record that the rows of an import change, held until its end; in the order of ids, as all do. */
export async function holdTargets(
  tx: Connection,
  { workspace }: Scene,
  form: CompiledForm,
  job: ImportJob,
): Promise<ReadonlyMap<string, number>> {
  if (job.writes.mode === 'create') return new Map()
  const rows = await tx.query<{ id: string; version: number }>({
    text: `select id, version from ${quoteTable(workspace.schema, form.table)} where id in
      (select target from ${rowTable(workspace)} where import = $1 and target is not null and problems is null)
      order by id for no key update`,
    values: [job.id],
  })
  return new Map(rows.map(({ id, version }) => [id, version]))
}

type Updated = Outcome<{ readonly warnings: readonly Issue[] }>

/**
 * Takes what a row says over into its record. What somebody changed since the check in a field that the row changes is
 * not overwritten: nobody has seen that change.
 */
export async function updateTarget(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  job: ImportJob,
  versions: ReadonlyMap<string, number>,
  { target, seen, values, was }: StagedRow & { readonly target: string },
): Promise<Updated> {
  const version = versions.get(target)
  if (version === undefined || seen === null) return refused('not-found')
  if (version === seen && Object.keys(was ?? {}).length === 0) return { ok: true, warnings: [] }
  const since = version === seen ? [] : await changedSince(tx, scene, form, target, version - seen)
  const changed = since.filter((field) => Object.hasOwn(values, field))
  if (changed.length > 0) return refused('stale-version', { version, changed })
  const cause = { type: 'import', id: job.id } as const
  const written = await changeRecord(tx, scene, job.form, target, { values }, cause, { anyVersion: true })
  return written.ok ? { ok: true, warnings: written.record.warnings } : written
}
