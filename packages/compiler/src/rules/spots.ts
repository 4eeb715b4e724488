import { fieldsIn, sectionsOf } from '@pipewright/metadata'
import type { RuleEffect } from '@pipewright/schemas'
import type { CompiledForm } from '../app/compiled-form.ts'

/**
 * Where an effect lands: a field ("stage"), a column of line items ("items.discount"), or one cell of it
 * ("items/0/discount"); in rows inside rows "items/0/parts/2/pieces", and with a star for the number all rows inside one.
 */
export type Spot = string

const everyRow = '*'

/** The cell of a column in a row, named by the place of the row and of the one around it; without them, the column. */
export function cellSpot(path: string, rows: readonly number[]): Spot {
  if (rows.length === 0) return path
  const keys = path.split('.')
  return keys.flatMap((key, depth) => (depth === 0 ? [key] : [rows[depth - 1] ?? everyRow, key])).join('/')
}

/** Where a rule is asked: the record (neither keys nor places), or a row of line items. */
export interface RowPlace {
  /** "items", "items.parts"; empty for the record. */
  readonly lineItems: string
  /** The places of the row, and before it of the row around it. */
  readonly rows: readonly number[]
}

/** A path as it is meant at a row: what lies in other rows is meant as a whole. */
export function spotAt(path: string, { lineItems, rows }: RowPlace): Spot {
  if (rows.length === 0) return path
  const around = lineItems.split('.')
  const keys = path.split('.').slice(0, -1)
  const apart = keys.findIndex((key, depth) => around[depth] !== key)
  return cellSpot(path, rows.slice(0, apart < 0 ? keys.length : apart))
}

/** The path of the field or column that a spot belongs to. */
export const pathOfSpot = (spot: Spot): string =>
  spot
    .split('/')
    .filter((_step, depth) => depth % 2 === 0)
    .join('.')

/** The rows that a spot speaks of, per level; undefined for all of them. */
export const rowsOfSpot = (spot: Spot): (number | undefined)[] =>
  spot
    .split('/')
    .filter((_step, depth) => depth % 2 === 1)
    .map((row) => (row === everyRow ? undefined : Number(row)))

/** Every spot that a cell lies in: itself, its column, the rows and the line items around it. */
export function spotsAround(path: string, rows: readonly number[]): Spot[] {
  const keys = path.split('.')
  return keys.flatMap((_key, end) => {
    const own = keys.slice(0, end + 1).join('.')
    return rows
      .slice(0, end)
      .reduce((spots: Spot[], _row, depth) => [...spots, cellSpot(own, rows.slice(0, depth + 1))], [own])
  })
}

const inSections = ({ form }: CompiledForm, keys: readonly string[] | undefined): string[] =>
  sectionsOf(form)
    .filter(({ key }) => keys?.includes(key))
    .flatMap(fieldsIn)

/** Paths of the fields and columns that an effect names, by itself or through a section. */
export function pathsOf(form: CompiledForm, effect: RuleEffect): readonly string[] {
  switch (effect.type) {
    case 'require':
    case 'show':
    case 'hide':
      return [...(effect.fields ?? []), ...inSections(form, effect.sections)]
    case 'lock':
      if (effect.all === true) return [...form.fields.keys()]
      return [...(effect.fields ?? []), ...inSections(form, effect.sections)]
    case 'set':
    case 'limit':
      return [effect.field]
    case 'warn':
    case 'refuse':
      return effect.field === undefined ? [] : [effect.field]
  }
}
