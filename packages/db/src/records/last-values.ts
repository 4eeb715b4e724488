import { mayWriteField, type Composite, type FieldValue, type RecordValues } from '@pipewright/compiler'
import type { Field } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import { getRecord } from './get-record.ts'
import type { Scene } from './scene.ts'

/** What somebody entered last in fields that start with it, and how the records among them are called. */
export interface LastValues {
  readonly values: Readonly<Record<string, FieldValue>>
  readonly titles: Readonly<Record<string, string>>
}

const nothing: LastValues = { values: {}, titles: {} }
const tableIn = ({ workspace }: Scene): string => quoteTable(workspace.schema, '_last_value')

/** Fields of a form that start with what was entered last. */
const lastFields = ({ app }: Scene, form: string): readonly Field[] => {
  const found = app.form(form)
  return (found?.form.start?.last ?? []).flatMap((key) => found?.fields.get(key) ?? [])
}

interface Named {
  readonly form: string
  readonly id: string
}

/** The records that a value names. */
function recordsIn(field: Field, value: FieldValue): Named[] {
  if (field.type === 'anyRelation') {
    const { form, id } = value as Composite
    return [{ form: String(form), id: String(id) }]
  }
  if (field.type !== 'relation' && field.type !== 'relations') return []
  return (Array.isArray(value) ? value : [value]).flatMap((id) =>
    typeof id === 'string' ? [{ form: field.form, id }] : [],
  )
}

/** Titles of the records that a value names; undefined when one of them may not be seen any more. */
async function titlesOf(
  connection: Connection,
  scene: Scene,
  field: Field,
  value: FieldValue,
): Promise<Record<string, string> | undefined> {
  const titles: Record<string, string> = {}
  for (const { form, id } of recordsIn(field, value)) {
    const found = await getRecord(connection, scene, form, id)
    if (!found.ok) return undefined
    titles[id] = found.record.title
  }
  return titles
}

/**
 * What the actor entered last in a form, as far as he may still write the fields and see the records: nobody else can
 * ask for it.
 */
export async function readLastValues(
  connection: Connection,
  scene: Scene,
  form: string,
): Promise<LastValues> {
  const fields = lastFields(scene, form)
  const rights = scene.rights.forms[form]
  if (fields.length === 0 || rights === undefined) return nothing
  const [kept] = await connection.query<{ values: RecordValues }>(
    prepared({
      text: `select "values" from ${tableIn(scene)} where member = $1 and form = $2`,
      values: [scene.actor.memberId, form],
    }),
  )
  const values: Record<string, FieldValue> = {}
  const titles: Record<string, string> = {}
  for (const field of fields) {
    const value = kept?.values[field.key] ?? null
    if (value === null || !mayWriteField(rights, field.key)) continue
    const known = await titlesOf(connection, scene, field, value)
    if (known === undefined) continue
    values[field.key] = value
    Object.assign(titles, known)
  }
  return { values, titles }
}

/** Remembers what the actor entered in a record he made, for his next one. */
export async function keepLastValues(
  tx: Connection,
  scene: Scene,
  form: string,
  entered: RecordValues,
): Promise<void> {
  const fields = lastFields(scene, form)
  if (fields.length === 0) return
  const values = Object.fromEntries(fields.map(({ key }) => [key, entered[key] ?? null]))
  await tx.query(
    prepared({
      text: `insert into ${tableIn(scene)} (member, form, "values", at) values ($1, $2, $3, $4)
        on conflict (member, form) do update set "values" = excluded."values", at = excluded.at`,
      values: [scene.actor.memberId, form, JSON.stringify(values), scene.now],
    }),
  )
}
