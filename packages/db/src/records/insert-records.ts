import {
  writtenRows,
  rowAbove,
  type CompiledForm,
  type CompiledItems,
  type PreparedRecord,
  type RecordValues,
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

/** The rows of every table of a record's rows: new ones get their ids, every one its place and the row around it. */
export function rowsToStore(
  scene: Scene,
  form: CompiledForm,
  parent: string,
  values: RecordValues,
): ReadonlyMap<CompiledItems, readonly Row[]> {
  const found = new Map<CompiledItems, Row[]>()
  const add = (items: CompiledItems, rows: readonly Row[], above: string | undefined): void => {
    const all = found.get(items) ?? []
    found.set(items, all)
    for (const [position, row] of rows.entries()) {
      const id = String(row['id'] ?? scene.newId())
      const own: Record<string, Row[string]> = {
        ...row,
        id,
        parent,
        position,
        ...(above !== undefined && { [rowAbove]: above }),
      }
      for (const inner of items.inner) {
        delete own[inner.field.key]
        add(inner, (row[inner.field.key] ?? []) as readonly Row[], id)
      }
      all.push(own)
    }
  }
  for (const items of form.items) add(items, (values[items.field.key] ?? []) as readonly Row[], undefined)
  return found
}

const insertText = (schema: string, form: CompiledForm): string =>
  [
    `with ${writtenRows} as (${insertSql(schema, form, '$1')} returning *)`,
    ...form.allItems.map(
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
  const stored = records.map(({ system, values }) => rowsToStore(scene, form, system.id, values))
  const lists = form.allItems.map((items) => stored.flatMap((tables) => tables.get(items) ?? []))
  const rows = records.map(({ system, values, sought }) => ({ ...values, ...system, ...sought }))
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
