import { cellSpot, pathOfSpot, rowsOfSpot, spotsAround, type Spot } from '@pipewright/compiler'
import type { CellRule, CellRules } from '../../controls/line-items/cell-rules.ts'
import type { Derived } from './form-engine.ts'

const sets = new Map<string, ReadonlySet<string>>()
const mostSets = 500

/** The same options are the same object, so that cells are not drawn again for nothing. */
function interned(options: ReadonlySet<string> | undefined): ReadonlySet<string> | undefined {
  if (options === undefined) return undefined
  const name = [...options].join(' ')
  const known = sets.get(name) ?? options
  if (sets.size >= mostSets) sets.clear()
  sets.set(name, known)
  return known
}

type Ruled = Pick<Derived, 'hidden' | 'required' | 'locked' | 'limited'>
type Warnings = ReadonlyMap<string, string> | undefined

/** What the rules say about spots of line items, word by word, by the table they lie in. */
function toldBy({ hidden, required, locked, limited }: Ruled, key: string): ReadonlyMap<string, string[]> {
  const told = new Map<string, string[]>([[key, []]])
  const isInside = (spot: Spot) => spot.startsWith(`${key}.`) || spot.startsWith(`${key}/`)
  const tell = (spot: Spot, what: string) => {
    if (!isInside(spot)) return
    const [table = '', inside, column] = pathOfSpot(spot).split('.')
    const [row] = rowsOfSpot(spot)
    told.get(table)?.push(`${what} ${spot}`)
    if (inside === undefined || column === undefined) return
    const name = cellSpot(`${table}.${inside}`, row === undefined ? [] : [row])
    const own = told.get(name) ?? []
    own.push(`${what} ${spot}`)
    told.set(name, own)
  }
  for (const spot of hidden) tell(spot, 'hidden')
  for (const spot of required) tell(spot, 'required')
  for (const [spot, by] of locked) tell(spot, `locked=${by}`)
  for (const [spot, options] of limited) tell(spot, `limited=${[...options].join(',')}`)
  return told
}

/** The spots that speak of one column of a table: for all rows, for those of the rows around, for one row. */
const spotsOf = (path: string, rows: readonly number[]): readonly Spot[] =>
  spotsAround(path, rows).slice(-rows.length - 1)

interface Table {
  readonly derived: Ruled
  readonly told: ReadonlyMap<string, string[]>
  /** "items", or "items.parts" inside one of its rows. */
  readonly path: string
  readonly rows: readonly number[]
  readonly warnings: Warnings
}

/** What is to be minded in a cell, or in the rows inside it: which one it is, and what. */
function warningAt(warnings: Warnings, cell: string): string | undefined {
  if (warnings === undefined) return undefined
  const inside = [...warnings].find(([pointer]) => pointer.startsWith(`${cell}/`))
  const row = Number(inside?.[0].slice(cell.length + 1).split('/')[0])
  return warnings.get(cell) ?? (inside && `${row + 1}: ${inside[1]}`)
}

function warningsInside(warnings: Warnings, cell: string): Warnings {
  const inside = [...(warnings ?? [])].filter(([pointer]) => pointer.startsWith(`${cell}/`))
  return new Map(inside.map(([pointer, text]) => [pointer.slice(cell.length), text]))
}

function innerRules(table: Table, row: number, column: string): CellRules | undefined {
  const { path, rows, warnings } = table
  if (rows.length > 0) return undefined
  const inside = warningsInside(warnings, `/${row}/${column}`)
  return rulesOf({ ...table, path: `${path}.${column}`, rows: [row], warnings: inside })
}

function cellAt(table: Table, row: number, column: string): CellRule {
  const { derived, path, rows, warnings } = table
  const { hidden, required, locked, limited } = derived
  const spots = spotsOf(`${path}.${column}`, [...rows, row])
  const lockedAt = spots.find((spot) => locked.has(spot))
  const limitedAt = spots.findLast((spot) => limited.has(spot))
  return {
    hidden: spots.some((spot) => hidden.has(spot)),
    required: spots.some((spot) => required.has(spot)),
    lockedBy: lockedAt && locked.get(lockedAt),
    options: limitedAt === undefined ? undefined : interned(limited.get(limitedAt)),
    warning: warningAt(warnings, `/${row}/${column}`),
    inner: innerRules(table, row, column),
  }
}

function rulesOf(table: Table): CellRules | undefined {
  const { derived, told, path, rows, warnings } = table
  const own = [...new Set([path, cellSpot(path, rows)])].flatMap((name) => told.get(name) ?? [])
  const said = [...own, ...[...(warnings ?? [])].map((entry) => entry.join('='))]
  if (said.length === 0) return undefined
  const has = (spots: ReadonlySet<Spot>, column: string) =>
    spotsOf(`${path}.${column}`, rows).some((spot) => spots.has(spot))
  return {
    signature: said.join('|'),
    hasColumn: (column) => !has(derived.hidden, column),
    requiresColumn: (column) => has(derived.required, column),
    at: (row, column) => cellAt(table, row, column),
  }
}

/** What the rules say about the columns and cells of one line items field; undefined when they say nothing. */
export const cellRules = (derived: Ruled, key: string, warnings: Warnings): CellRules | undefined =>
  rulesOf({ derived, told: toldBy(derived, key), path: key, rows: [], warnings })
