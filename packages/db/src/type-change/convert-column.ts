import type { FieldValue, MigrationStep } from '@pipewright/compiler'
import type { OptionSet } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import { notePark } from '../publish/parked.ts'
import { addColumnSql } from '../publish/table-sql.ts'
import { valueAfter } from './become-values.ts'
import { fillRows } from './fill-rows.ts'
import { formerColumn, formerColumnOf } from './former-column.ts'
import { readingFor } from './reading-for.ts'
import { storedValues } from './stored-values.ts'

interface Scene {
  readonly tx: Connection
  readonly schema: string
  readonly revision: number
  readonly now: string
  readonly optionSets: readonly OptionSet[]
}

export type ConvertColumn = Extract<MigrationStep, { type: 'convertColumn' }>

async function fill(scene: Scene, step: ConvertColumn, aside: string): Promise<void> {
  const { tx, schema } = scene
  const { table, place, from, to, column } = step
  const former = await formerColumnOf(scene, { ...place, table, key: to.key, type: to.type })
  const source = { schema, place, column: aside, former: former?.name, live: false }
  const reading = await readingFor(tx, source, scene.optionSets)
  for await (const rows of storedValues(tx, source)) {
    const filled = rows.flatMap((row): [string, FieldValue][] => {
      const value = valueAfter({ from, to, former, reading }, row)
      return value === null ? [] : [[row.id, value]]
    })
    await fillRows(scene, step, column.name, filled)
  }
}

/**
 * Puts the values of a field aside and makes the column of its new type: the one that `ready` names, which holds already what
 * they become, or one that is filled here.
 */
export async function convertColumn(scene: Scene, step: ConvertColumn, ready?: string): Promise<void> {
  const { tx, schema, revision } = scene
  const { table, place, to, column } = step
  const aside = formerColumn(to.key, revision)
  const path = [place.form, place.lineItems, to.key].filter((part) => part !== undefined).join('.')
  const rename = async (from: string, into: string): Promise<void> => {
    const columns = `${quoteIdent(from)} to ${quoteIdent(into)}`
    await tx.query({ text: `alter table ${quoteTable(schema, table)} rename column ${columns}`, values: [] })
  }
  await rename(column.name, aside)
  if (ready === undefined) await tx.query({ text: addColumnSql(schema, table, column), values: [] })
  else await rename(ready, column.name)
  await notePark(scene, { table, column: aside, form: place.form, field: path })
  if (ready === undefined) await fill(scene, step, aside)
}
