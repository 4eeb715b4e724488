import {
  checkValue,
  convertValue,
  sameValue,
  type Column,
  type ConversionReading,
  type FieldValue,
  type MigrationStep,
} from '@pipewright/compiler'
import type { Field, OptionSet } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import { notePark } from '../publish/parked.ts'
import { addColumnSql } from '../publish/table-sql.ts'
import { formerColumn, formerColumnOf, type FormerColumn } from './former-column.ts'
import { readingFor } from './reading-for.ts'
import { storedValues, type StoredValue } from './stored-values.ts'

interface Scene {
  readonly tx: Connection
  readonly schema: string
  readonly revision: number
  readonly now: string
  readonly optionSets: readonly OptionSet[]
}

type ConvertColumn = Extract<MigrationStep, { type: 'convertColumn' }>

interface Change {
  readonly from: Field
  readonly to: Field
  readonly former: FormerColumn | undefined
  readonly reading: ConversionReading
}

const become = (
  { from, to, reading }: Pick<Change, 'from' | 'to' | 'reading'>,
  value: FieldValue,
): FieldValue => {
  const converted = convertValue(from, to, value, reading)
  return converted.ok ? converted.value : null
}

/**
 * What a record has after the change. A value that was put aside earlier comes back as it was, unless somebody changed what
 * had become of it.
 */
function valueAfter(change: Change, { value, former }: StoredValue): FieldValue {
  const { from, to, former: earlier, reading } = change
  if (earlier !== undefined && former !== null) {
    const untouched = become({ from: earlier.field, to: from, reading }, former)
    if (sameValue(untouched, value) && checkValue(to, former, { pointer: '', old: former }).ok) return former
  }
  return become(change, value)
}

/** Written as text and read by the database by the type of the column: checked before, so that nothing is rounded. */
function updateSql(schema: string, table: string, { name, type }: Column): string {
  const isList = type.endsWith('[]')
  const value = isList
    ? `array(select jsonb_array_elements_text(given.value::jsonb))::${type}`
    : `given.value::${type}`
  return `update ${quoteTable(schema, table)} as r set ${quoteIdent(name)} = ${value}
    from unnest($1::uuid[], $2::text[]) as given(id, value) where r.id = given.id`
}

const written = (value: NonNullable<FieldValue>): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value)

async function fill(scene: Scene, step: ConvertColumn, aside: string): Promise<void> {
  const { tx, schema } = scene
  const { table, place, from, to, column } = step
  const former = await formerColumnOf(scene, { ...place, table, key: to.key, type: to.type })
  const source = { schema, place, column: aside, former: former?.name, live: false }
  const reading = await readingFor(tx, source, scene.optionSets)
  const text = updateSql(schema, table, column)
  for await (const rows of storedValues(tx, source)) {
    const filled = rows.flatMap((row): [string, string][] => {
      const value = valueAfter({ from, to, former, reading }, row)
      return value === null ? [] : [[row.id, written(value)]]
    })
    if (filled.length === 0) continue
    await tx.query({ text, values: [filled.map(([id]) => id), filled.map(([, value]) => value)] })
  }
}

/** Puts the values of a field aside and fills the column of its new type with what they become. */
export async function convertColumn(scene: Scene, step: ConvertColumn): Promise<void> {
  const { tx, schema, revision } = scene
  const { table, place, to, column } = step
  const aside = formerColumn(to.key, revision)
  const path = [place.form, place.lineItems, to.key].filter((part) => part !== undefined).join('.')
  const run = async (text: string): Promise<void> => void (await tx.query({ text, values: [] }))
  await run(
    `alter table ${quoteTable(schema, table)} rename column ${quoteIdent(column.name)} to ${quoteIdent(aside)}`,
  )
  await run(addColumnSql(schema, table, column))
  await notePark(scene, { table, column: aside, form: place.form, field: path })
  await fill(scene, step, aside)
}
