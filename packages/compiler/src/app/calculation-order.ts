import {
  expressionOf,
  isExpressed,
  type DefinitionIndex,
  type ExpressedField,
  type Place,
} from '@pipewright/metadata'
import { dependencies } from '@pipewright/logic'

function needed(formula: ExpressedField): string[] {
  return dependencies(expressionOf(formula)).map((path) => path[0] ?? '')
}

/** Formulas and lookups of a place so that each comes after those of the same place it is made of. */
export function formulaOrder(index: DefinitionIndex, place: Place): readonly ExpressedField[] {
  const formulas = new Map(
    index
      .fieldsOf(place.form, place.lineItems)
      .flatMap((field) => (isExpressed(field) ? [[field.key, field] as const] : [])),
  )
  const ordered: ExpressedField[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (formula: ExpressedField): void => {
    if (state.has(formula.key)) return
    state.set(formula.key, 'open')
    for (const key of needed(formula)) {
      const other = formulas.get(key)
      if (other !== undefined) visit(other)
    }
    state.set(formula.key, 'done')
    ordered.push(formula)
  }
  for (const formula of formulas.values()) visit(formula)
  return ordered
}
