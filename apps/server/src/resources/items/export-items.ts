import {
  cellKind,
  guardFormula,
  rowNumberHeader,
  writeCell,
  type FieldValue,
  type ResultRow,
} from '@pipewright/compiler'
import { exportRows, type Database } from '@pipewright/db'
import { localize } from '@pipewright/metadata'
import type { Locale } from '@pipewright/contract'
import { refuse } from '../../problems/refusal.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Cell } from '../exports/export-cells.ts'
import type { SheetFile } from '../exports/send-sheet.ts'
import { orRefuse } from '../records/refuse-record.ts'
import { readableColumns, readableItems } from './policy.ts'

interface ItemsAt {
  readonly form: string
  readonly id: string
  readonly lineItems: string
}

type Item = Readonly<Record<string, unknown>> & { readonly _titles?: Readonly<Record<string, string>> }

/** The rows of one record, read like any export: with the caller's rights to export and to see. */
async function readItems(database: Database, scene: MemberScene, { form, id, lineItems: path }: ItemsAt) {
  const [lineItems = '', inside] = path.split('.')
  const filter = { eq: [{ var: 'id' }, id] }
  const plan = orRefuse(exportRows(scene, form, { columns: [lineItems], filter }))
  const found: { row: ResultRow; titles: ReadonlyMap<string, string> }[] = []
  await plan.read(database, async (rows, titles) => {
    for (const row of rows) found.push({ row, titles })
  })
  const [record] = found
  if (record === undefined) return refuse('not-found')
  const value = plan.shape.items.find(({ key }) => key === lineItems)?.value ?? lineItems
  const items = (record.row[value] ?? []) as readonly Item[]
  const own = items.map((item, at) => ({ item, around: at + 1 }))
  if (inside === undefined) return { items: own, titles: record.titles }
  const inner = own.flatMap(({ item, around }) =>
    ((item[inside] ?? []) as readonly Item[]).map((each) => ({ item: each, around })),
  )
  return { items: inner, titles: record.titles }
}

/** A list that is at hand, for who takes what comes bit by bit. */
async function* once<T>(list: T): AsyncGenerator<T> {
  yield list
}

/** The line items of a record as a table: what the caller sees of it. */
export async function itemsSheet(
  database: Database,
  scene: MemberScene,
  at: ItemsAt,
  locale: Locale,
): Promise<Omit<SheetFile, 'format'>> {
  const place = readableItems(scene, at.form, at.lineItems)
  const columns = readableColumns(scene, at.form, place)
  const { items, titles } = await readItems(database, scene, at)
  const { index } = scene.app
  const outer = scene.app.form(at.form)?.items.find(({ inner }) => inner.includes(place))
  const rows = items.map(({ item, around }) => [
    ...(outer === undefined ? [] : [{ text: String(around), kind: 'number' as const }]),
    ...columns.map((field): Cell => {
      const writing = {
        locale,
        zone: scene.actor.zone,
        optionsOf: index.options,
        shown: index.shown,
        titleOf: (id: string) => item._titles?.[id] ?? titles.get(id) ?? '',
      }
      return {
        text: writeCell(field, (item[field.key] ?? null) as FieldValue, writing),
        kind: cellKind(field),
      }
    }),
  ])
  return {
    name: `${localize(place.field.label, locale)} ${scene.now.slice(0, 10)}`,
    headers: [
      ...(outer === undefined ? [] : [guardFormula(rowNumberHeader(outer.field, locale))]),
      ...columns.map(({ label }) => guardFormula(localize(label, locale))),
    ],
    batches: once(rows),
  }
}
