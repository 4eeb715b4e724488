import type { JsonValue } from '@pipewright/contract'
import { dependencies } from '@pipewright/logic'
import { relationsIn } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { readBlock } from './paste-block.ts'
import { readCellText, type ReadPlace } from './read-cell-text.ts'

/** One row as it travels; `id` is absent while it is new. */
export type ItemRow = { readonly [column: string]: JsonValue }

export const asRows = (value: JsonValue): readonly ItemRow[] =>
  Array.isArray(value)
    ? value.filter(
        (row): row is { [key: string]: JsonValue } =>
          row !== null && typeof row === 'object' && !Array.isArray(row),
      )
    : []

/** Rows together with names that stay while rows are moved, for React. */
export interface KeyedRows {
  readonly rows: readonly ItemRow[]
  readonly keys: readonly string[]
}

const splice = <T>(list: readonly T[], at: number, remove: number, ...add: readonly T[]): readonly T[] => [
  ...list.slice(0, at),
  ...add,
  ...list.slice(at + remove),
]

export const insertRow = (state: KeyedRows, at: number, row: ItemRow, key: string): KeyedRows => ({
  rows: splice(state.rows, at, 0, row),
  keys: splice(state.keys, at, 0, key),
})

export const removeRow = (state: KeyedRows, at: number): KeyedRows => ({
  rows: splice(state.rows, at, 1),
  keys: splice(state.keys, at, 1),
})

const isRowList = (value: JsonValue): boolean =>
  Array.isArray(value) && value.length > 0 && asRows(value).length === value.length

/** A copy is a new row, and so are the rows inside it: they have no ids of their own yet. */
function copyOf(row: ItemRow): ItemRow {
  const { id: _, ...copy } = row
  return Object.fromEntries(
    Object.entries(copy).map(([key, value]) => [key, isRowList(value) ? asRows(value).map(copyOf) : value]),
  )
}

export const duplicateRow = (state: KeyedRows, at: number, key: string): KeyedRows =>
  insertRow(state, at + 1, copyOf(state.rows[at] ?? {}), key)

/** Moves a row before the one that stands at `to` now (the number of rows: to the end). */
export function moveRowTo(state: KeyedRows, at: number, to: number): KeyedRows {
  const row = state.rows[at]
  const key = state.keys[at]
  const isHere = to === at || to === at + 1
  if (row === undefined || key === undefined || isHere || to < 0 || to > state.rows.length) return state
  return insertRow(removeRow(state, at), to > at ? to - 1 : to, row, key)
}

/** Moves a row by one; at the end of the list nothing happens. */
export const moveRow = (state: KeyedRows, at: number, by: 1 | -1): KeyedRows =>
  moveRowTo(state, at, by > 0 ? at + 2 : at - 1)

/** Takes several rows away, by their names. */
export function removeRows(state: KeyedRows, names: ReadonlySet<string>): KeyedRows {
  const isKept = state.keys.map((key) => !names.has(key))
  if (isKept.every(Boolean)) return state
  return {
    rows: state.rows.filter((_, position) => isKept[position]),
    keys: state.keys.filter((_, position) => isKept[position]),
  }
}

/** A copy of each of several rows, right behind the last of them. */
export function duplicateRows(state: KeyedRows, names: ReadonlySet<string>, newId: () => string): KeyedRows {
  const last = state.keys.findLastIndex((key) => names.has(key))
  if (last < 0) return state
  const copies = state.rows.filter((_, position) => names.has(state.keys[position] ?? '')).map(copyOf)
  return {
    rows: splice(state.rows, last + 1, 0, ...copies),
    keys: splice(state.keys, last + 1, 0, ...copies.map(newId)),
  }
}

/** Rows behind the last one. */
export const appendRows = (state: KeyedRows, rows: readonly ItemRow[], newId: () => string): KeyedRows =>
  rows.length === 0
    ? state
    : { rows: [...state.rows, ...rows], keys: [...state.keys, ...rows.map(() => newId())] }

export function setCell(state: KeyedRows, at: number, column: string, value: JsonValue): KeyedRows {
  const row = state.rows[at]
  return row === undefined
    ? state
    : { ...state, rows: splice(state.rows, at, 1, { ...row, [column]: value }) }
}

/** Sets cells of rows by the names of the rows; rows that are gone by then are left out. */
export function setCells(state: KeyedRows, names: readonly string[], cells: readonly ItemRow[]): KeyedRows {
  const given = new Map(names.map((name, position) => [name, cells[position] ?? {}]))
  const rows = state.rows.map((row, position) => {
    const own = given.get(state.keys[position] ?? '')
    return own === undefined || Object.keys(own).length === 0 ? row : { ...row, ...own }
  })
  return rows.every((row, position) => row === state.rows[position]) ? state : { ...state, rows }
}

/** Changes one cell; cells that it fills or whose default is made from it ("product.list_price") are left to be filled anew. */
export function enterCell(
  state: KeyedRows,
  at: number,
  column: string,
  value: JsonValue,
  columns: readonly Field[],
): KeyedRows {
  const entered = setCell(state, at, column, value)
  const row = entered.rows[at]
  const picked = columns.find((field) => field.key === column)
  const relations = picked === undefined ? [] : relationsIn([picked])
  const filled = new Set(relations.flatMap(({ fill = [] }) => fill.map(({ to }) => to)))
  const leaning = columns.filter(
    (field) =>
      filled.has(field.key) ||
      ('default' in field &&
        field.default !== undefined &&
        dependencies(field.default).some((path) => path[0] === column)),
  )
  if (row === undefined || leaning.length === 0) return entered
  const anew = Object.fromEntries(leaning.map((field) => [field.key, undefined]))
  return { ...entered, rows: splice(entered.rows, at, 1, { ...row, ...anew } as unknown as ItemRow) }
}

/** Lays a pasted block over the rows from a cell on; rows that are missing are added. */
export function pasteBlock(
  state: KeyedRows,
  at: { readonly row: number; readonly column: number },
  columns: readonly Field[],
  text: string,
  place: ReadPlace & { readonly newId: () => string },
): KeyedRows {
  let next = state
  for (const [down, cells] of readBlock(text).entries()) {
    const row = at.row + down
    if (row >= next.rows.length) next = insertRow(next, row, {}, place.newId())
    for (const [right, cell] of cells.entries()) {
      const field = columns[at.column + right]
      const value = field === undefined ? undefined : readCellText(field, cell, place)
      if (field !== undefined && value !== undefined) next = setCell(next, row, field.key, value)
    }
  }
  return next
}
