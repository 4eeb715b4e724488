import { fileFields, readMark, readNamedRef, type ColumnMapping } from '@pipewright/compiler'
import type { Field } from '@pipewright/schemas'
import type { Connection, Transacting } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { createRecords } from '../records/create-records.ts'
import type { RecordProblem } from '../records/outcome.ts'
import type { Scene } from '../records/scene.ts'
import { importCause } from './import-cause.ts'
import type { ImportJob } from './import-job.ts'

/** A record that rows name, that is not there yet and that is made with them. */
export interface MissingRecord {
  readonly id: string
  readonly form: string
  readonly title: string
}

/** A name without that of the form before it, and without the id of the record that once had it. */
export function titleNamed(scene: Scene, field: Field, text: string): string {
  const title =
    field.type === 'anyRelation' ? readNamedRef(text, scene.app.index.options(field)).title : text.trim()
  return readMark(title)?.title ?? title
}

/** What an import makes beside its rows, each once however many columns and spellings name it. */
export function missingRecords(
  scene: Scene,
  form: string,
  mapping: readonly ColumnMapping[],
): readonly MissingRecord[] {
  const missing = new Map<string, MissingRecord>()
  const compiled = scene.app.form(form)
  const fields = compiled && fileFields(compiled)
  for (const { field: key, makes = [] } of mapping) {
    const field = key === null ? undefined : fields?.get(key)
    if (field === undefined) continue
    for (const { text, form: far, record: id } of makes)
      if (!missing.has(id)) missing.set(id, { id, form: far, title: titleNamed(scene, field, text) })
  }
  return [...missing.values()]
}

export interface RefusedRecord extends MissingRecord {
  readonly problem: RecordProblem
}

/** What of an import its missing records are made by. */
type ImportPart = Pick<ImportJob, 'id' | 'form' | 'mapping' | 'tell'>

async function makeAll(
  tx: Connection,
  scene: Scene,
  job: ImportPart,
  missing: readonly MissingRecord[],
): Promise<RefusedRecord | undefined> {
  for (const [form, own] of Map.groupBy(missing, (one) => one.form)) {
    const titleField = scene.app.index.form(form)?.titleField ?? ''
    const inputs = own.map(({ id, title }) => ({ id, values: { [titleField]: title } }))
    const made = await createRecords(tx, scene, form, inputs, importCause(job))
    const [first] = made.ok ? [] : made.refused
    const refused = first === undefined ? undefined : own[first.index]
    if (first !== undefined && refused !== undefined) return { ...refused, problem: first.problem }
  }
  return undefined
}

/** Those that an earlier part of the import did not make yet. */
async function withoutMade(tx: Connection, { workspace, app }: Scene, missing: readonly MissingRecord[]) {
  const made = new Set<string>()
  for (const [key, own] of Map.groupBy(missing, ({ form }) => form)) {
    const form = app.form(key)
    if (form === undefined) continue
    const rows = await tx.query<{ id: string }>({
      text: `select id from ${quoteTable(workspace.schema, form.table)} where id = any($1::uuid[])`,
      values: [own.map(({ id }) => id)],
    })
    for (const { id } of rows) made.add(id)
  }
  return missing.filter(({ id }) => !made.has(id))
}

const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/**
 * Makes, in the transaction of the rows, what they name and what is not there yet, so that both come or neither does.
 * Answers what was refused; then the transaction must be undone.
 */
export function missingMaker(scene: Scene, job: ImportPart) {
  const waiting = new Map(missingRecords(scene, job.form, job.mapping).map((one) => [one.id, one]))
  return async (tx: Connection, rows: readonly unknown[]): Promise<RefusedRecord | undefined> => {
    if (waiting.size === 0) return undefined
    const named = new Set(JSON.stringify(rows).match(ids))
    const missing = [...waiting.values()].filter(({ id }) => named.has(id))
    for (const { id } of missing) waiting.delete(id)
    return makeAll(tx, scene, job, await withoutMade(tx, scene, missing))
  }
}

/** Does something in a transaction that is undone whatever comes of it. */
export async function rehearsed<T>(on: Transacting, work: (tx: Connection) => Promise<T>): Promise<T> {
  let outcome: { readonly of: T } | undefined
  const over = new Error('rehearsed')
  try {
    await on.transaction(async (tx) => {
      outcome = { of: await work(tx) }
      throw over
    })
  } catch (error) {
    if (error !== over) throw error
  }
  if (outcome === undefined) throw new Error('a rehearsal ended without an outcome')
  return outcome.of
}

/** Why one of the records that an import is to make could not be made; nothing is made. */
export const refusedMissing = (
  on: Transacting,
  scene: Scene,
  job: ImportPart,
): Promise<RefusedRecord | undefined> => {
  const missing = missingRecords(scene, job.form, job.mapping)
  return missing.length === 0
    ? Promise.resolve(undefined)
    : rehearsed(on, (tx) => makeAll(tx, scene, job, missing))
}
