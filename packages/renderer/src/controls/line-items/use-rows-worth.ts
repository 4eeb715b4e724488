import type { JsonValue, Values } from '@pipewright/contract'
import type { ForeignMoneyField, LineItemsField } from '@pipewright/schemas'
import { useQueries } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useReaderContext } from '../../environment/reader-context.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { dayOf } from '../../formats/date-format.ts'
import { partOf } from '../part-of.ts'
import { rateQuery, rateKey, worthOf, type WantedRate } from '../worth-of.ts'
import type { ItemRow, KeyedRows } from './row-changes.ts'
import type { ChangeRows } from './use-item-rows.ts'

interface Cell {
  readonly row: number
  readonly field: ForeignMoneyField
  readonly value: JsonValue
  readonly wanted: WantedRate
}

interface WorthScene {
  readonly columns: readonly ForeignMoneyField[]
  /** Days that stored amounts had when the rows came. */
  readonly firstDays: ReadonlyMap<string, string>
  /** Day on which the record was made, or today. */
  readonly made: string
}

const cellName = (row: ItemRow, { key }: ForeignMoneyField): string => `${String(row['id'] ?? '')} ${key}`

/** The day whose rate counts, as the server finds it: of the row's date, else the one it had, else of the record. */
function rateDayOf({ firstDays, made }: WorthScene, field: ForeignMoneyField, row: ItemRow): string {
  const named = field.rateDate === undefined ? undefined : row[field.rateDate]
  if (typeof named === 'string') return named
  return (field.rateDate === undefined ? firstDays.get(cellName(row, field)) : undefined) ?? made
}

/** Amounts that were entered, or whose date was changed: their worth is not known yet. */
function openCells(scene: WorthScene, rows: readonly ItemRow[]): Cell[] {
  return rows.flatMap((data, row) =>
    scene.columns.flatMap((field): Cell[] => {
      const value = data[field.key] ?? null
      const [amount, currency] = [partOf(value, 'amount'), partOf(value, 'currency')]
      if (amount === '' || currency === '') return []
      const day = rateDayOf(scene, field, data)
      const isDue =
        partOf(value, 'home') === '' ||
        (field.rateDate !== undefined && currency !== field.home && partOf(value, 'day') !== day)
      return isDue ? [{ row, field, value, wanted: { currency, home: field.home, day } }] : []
    }),
  )
}

const foreignColumns = ({ fields }: LineItemsField): ForeignMoneyField[] =>
  fields.filter((field) => field.type === 'foreignMoney')

function firstDaysOf(columns: readonly ForeignMoneyField[], rows: readonly ItemRow[]): Map<string, string> {
  return new Map(
    rows.flatMap((row) =>
      columns.flatMap((field): [string, string][] => {
        const day = partOf(row[field.key] ?? null, 'day')
        return day === '' || row['id'] === undefined ? [] : [[cellName(row, field), day]]
      }),
    ),
  )
}

/**
 * Gives the amounts of rows what they are worth in the workspace currency, however they came in: typed, pasted or
 * imported, in sight or not. Each rate is asked for once.
 */
export function useRowsWorth(
  field: LineItemsField,
  { rows, keys }: KeyedRows,
  change: ChangeRows,
  record: (() => Values) | undefined,
): void {
  const { data, zone } = useRenderer()
  const context = useReaderContext()
  const columns = foreignColumns(field)
  const [firstDays] = useState(() => firstDaysOf(columns, rows))
  const isAsked = columns.length > 0 && data.rateOn !== undefined
  const created = isAsked ? record?.()['created_at'] : undefined
  const made = typeof created === 'string' ? dayOf(created, zone) : isAsked ? (context().today ?? '') : ''
  const cells = isAsked ? openCells({ columns, firstDays, made }, rows) : []
  const wanted = new Map(
    cells
      .filter(({ wanted: { currency, home, day } }) => currency !== home && day !== '')
      .map(({ wanted: one }) => [rateKey(one), one]),
  )
  const names = [...wanted.keys()]
  const rates = useQueries({
    queries: [...wanted.values()].map((one) => rateQuery(data, one)),
    combine: (found) => new Map(found.map(({ data: rate }, at) => [names[at] ?? '', rate])),
  })
  useEffect(() => {
    const known = cells.flatMap(({ row, field: column, value, wanted: one }) => {
      const worth = worthOf(column, value, one, rates.get(rateKey(one)))
      const isNew =
        worth !== undefined &&
        (['home', 'rate', 'day'] as const).some((name) => partOf(value, name) !== (worth[name] ?? ''))
      return isNew ? [{ name: keys[row], key: column.key, value, worth }] : []
    })
    if (known.length === 0) return
    change((state) => {
      const next = [...state.rows]
      for (const { name, key, value, worth } of known) {
        const at = name === undefined ? -1 : state.keys.indexOf(name)
        const row = next[at]
        // Only the amount that was asked about: it may have been typed on meanwhile.
        if (row === undefined || row[key] !== value) continue
        next[at] = { ...row, [key]: { ...(value as Record<string, JsonValue>), ...worth } }
      }
      return { ...state, rows: next }
    }, 'along')
  })
}
