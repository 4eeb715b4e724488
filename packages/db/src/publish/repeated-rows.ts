import { isStored, rowAbove, tableAt, tableOf, uniqueKeysIn } from '@pipewright/compiler'
import { indexDefinition, isInRows, isSameJson, rowsPlace, type Place } from '@pipewright/metadata'
import type { AppDefinition, LineItemsField, LocalizedText, RowUniqueness } from '@pipewright/schemas'
import type { Statement } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import { comparedSql } from './index-sql.ts'

interface Scene {
  readonly schema: string
  readonly before: AppDefinition
}

/** Rows of records that are there whose values another row beside them has too. */
export interface RepeatedRows {
  readonly field: LocalizedText
  readonly count: Statement
  /** Some of the records they belong to. */
  readonly named: Statement
}

const mostNamed = 5

function repeatedSql({ schema }: Scene, rows: Place, table: LineItemsField, unique: RowUniqueness): string {
  const keys = uniqueKeysIn(table.fields, unique)
  const owner = quoteIdent(isInRows(rows) ? rowAbove : 'parent')
  const filled = keys.map(({ column }) => `${quoteIdent(column)} is not null`)
  const live = `parent in (select id from ${quoteTable(schema, tableOf(rows.form))} where deleted_at is null)`
  return `select parent from (select parent, count(*) over (partition by ${[owner, ...keys.map(comparedSql)].join(', ')}) as size
    from ${quoteTable(schema, tableAt(rows))} where ${[live, ...filled].join(' and ')}) as d where d.size > 1`
}

const labelOf = (table: LineItemsField, { fields }: RowUniqueness): LocalizedText => {
  const inLanguage = (locale: 'en' | 'zh', joint: string) =>
    fields
      .map((key) => table.fields.find((column) => column.key === key))
      .map((column) => column?.label[locale] ?? column?.label.en ?? column?.label.zh ?? '')
      .join(joint)
  return { en: inLanguage('en', ' + '), zh: inLanguage('zh', '＋') }
}

/** What must not occur twice among rows from now on, could until now, and does. */
export function repeatedRows(
  scene: Scene,
  place: Place,
  old: LineItemsField,
  now: LineItemsField,
): RepeatedRows[] {
  const rows = rowsPlace(place, now.key)
  const form = indexDefinition(scene.before).form(place.form)
  const title = form?.fields.find(({ key }) => key === form.titleField)
  const isTitled = title !== undefined && isStored(scene.before, { form: place.form }, title)
  const isOld = (unique: RowUniqueness) =>
    (old.uniqueness ?? []).some((each) =>
      isSameJson({ ...each, message: null }, { ...unique, message: null }),
    )
  // No row holds a value in a column that is yet to come.
  const isKept = ({ fields }: RowUniqueness) =>
    fields.every((key) => old.fields.some((column) => column.key === key))
  return (now.uniqueness ?? [])
    .filter((unique) => !isOld(unique) && isKept(unique))
    .map((unique) => {
      const repeated = repeatedSql(scene, rows, old, unique)
      const named = `select id, ${isTitled ? `${quoteIdent(title.key)}::text` : 'null'} as title
        from ${quoteTable(scene.schema, tableOf(place.form))} where id in (${repeated}) order by 1 limit ${mostNamed}`
      return {
        field: labelOf(now, unique),
        count: { text: `select count(*) as count from (${repeated}) as r`, values: [] },
        named: { text: named, values: [] },
      }
    })
}
