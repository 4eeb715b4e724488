import { fieldsIn, sectionsOf } from '@pipewright/metadata'
import type { RuleEffect } from '@pipewright/schemas'
import type { CompiledForm } from '../app/compiled-form.ts'

/**
 * Where an effect lands: a field ("stage"), a column of line items ("items.discount"), or one cell of it
 * ("items/0/discount").
 */
export type Spot = string

export const cellSpot = (lineItems: string, row: number, column: string): Spot =>
  `${lineItems}/${row}/${column}`

/** A path as it is meant at a row. */
export function spotAt(path: string, row: number | undefined): Spot {
  const [lineItems = '', column] = path.split('.')
  return row === undefined || column === undefined ? path : cellSpot(lineItems, row, column)
}

/** The path of the field or column that a spot belongs to. */
export function pathOfSpot(spot: Spot): string {
  const [lineItems = '', , column] = spot.split('/')
  return column === undefined ? spot : `${lineItems}.${column}`
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
