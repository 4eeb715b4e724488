import {
  writtenRows,
  type CompiledForm,
  type PreparedRecord,
  type ResultRow,
  type Row,
  type WrittenPlan,
} from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { endingWith, prepared } from '../connection/statement.ts'
import { changesOf, eventOf, insertEventsSql } from '../ledger/record-event.ts'
import type { Cause } from './outcome.ts'
import { insertSql, textFor } from './record-tables.ts'
import type { Scene } from './scene.ts'

/** New rows get their ids; every row its place. */
export function rowsToStore(scene: Scene, parent: string, rows: readonly Row[]): Row[] {
  return rows.map((row, position) => ({ ...row, id: row['id'] ?? scene.newId(), parent, position }))
}

const insertText = (schema: string, form: CompiledForm): string =>
  [
    `with ${writtenRows} as (${insertSql(schema, form, '$1')} returning *)`,
    ...form.items.map(
      (items, position) => `, i${position} as (${insertSql(schema, items, `$${position + 3}`)})`,
    ),
    `, e as (${insertEventsSql(schema, '$2')}) `,
  ].join('')

/** Stores records with their rows and ledger lines in one statement, which answers them where that was planned. */
export async function insertRecords(
  tx: Connection,
  scene: Scene,
  form: CompiledForm,
  records: readonly PreparedRecord[],
  {
    kind,
    cause,
    written,
  }: { readonly kind: string; readonly cause: Cause; readonly written: WrittenPlan | undefined },
): Promise<readonly ResultRow[]> {
  const { schema } = scene.workspace
  const lists = form.items.map((items) =>
    records.flatMap(({ system, values }) =>
      rowsToStore(scene, system.id, (values[items.field.key] ?? []) as readonly Row[]),
    ),
  )
  const rows = records.map(({ system, values, grams }) => ({ ...values, ...system, _grams: grams }))
  const events = records.map(({ system, values, changed }) => ({
    ...eventOf(scene, form.key, system.id, kind, cause, changesOf(changed, null, values)),
    at: system.created_at,
    member: system.created_by,
  }))
  const head = textFor(form, 'insert', () => insertText(schema, form))
  const bound = [rows, events, ...lists].map((list) => JSON.stringify(list))
  return tx.query<ResultRow>(
    prepared(
      written === undefined
        ? { text: `${head}select 1`, values: bound }
        : {
            text: endingWith(head, bound.length, written.statement),
            values: [...bound, ...written.statement.values],
          },
    ),
  )
}
