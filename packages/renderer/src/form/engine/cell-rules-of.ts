import { cellSpot } from '@pipewright/compiler'
import type { CellRules } from '../../controls/line-items/cell-rules.ts'
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

/** What the rules say about the columns and cells of one line items field; undefined when they say nothing. */
export function cellRules(
  derived: Pick<Derived, 'hidden' | 'required' | 'locked' | 'limited'>,
  key: string,
  warnings: ReadonlyMap<string, string> | undefined,
): CellRules | undefined {
  const isInside = (spot: string) => spot.startsWith(`${key}.`) || spot.startsWith(`${key}/`)
  const { hidden, required, locked, limited } = derived
  const parts = [
    [...hidden].filter(isInside),
    [...required].filter(isInside),
    [...locked].filter(([spot]) => isInside(spot)).map((entry) => entry.join('=')),
    [...limited].filter(([spot]) => isInside(spot)).map(([spot, set]) => `${spot}=${[...set].join(',')}`),
    [...(warnings ?? [])].map((entry) => entry.join('=')),
  ]
  if (parts.every((part) => part.length === 0)) return undefined
  return {
    signature: parts.map((part) => part.join(';')).join('|'),
    hasColumn: (column) => !hidden.has(`${key}.${column}`),
    requiresColumn: (column) => required.has(`${key}.${column}`),
    at(row, column) {
      const [path, cell] = [`${key}.${column}`, cellSpot(key, row, column)]
      return {
        hidden: hidden.has(cell),
        required: required.has(path) || required.has(cell),
        lockedBy: locked.get(path) ?? locked.get(cell),
        options: interned(limited.get(cell) ?? limited.get(path)),
        warning: warnings?.get(`/${row}/${column}`),
      }
    },
  }
}
