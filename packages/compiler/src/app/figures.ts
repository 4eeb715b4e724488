import { dependencies, figuresOf, type Expression } from '@pipewright/logic'
import { expressionOf, type ExpressedField, type Place } from '@pipewright/metadata'
import { placeName } from './lookups.ts'

/** What a formula finds by looking through another form. */
export interface Figure {
  /** Names it among everything a write can need. */
  readonly name: string
  /** Names it in data, as the expression language reads it. */
  readonly key: string
  readonly place: Place
  readonly expression: Expression
  /** What it depends on in the own record or row. */
  readonly inputs: readonly { readonly name: string; readonly expression: Expression }[]
}

export type PlaceFigures = ReadonlyMap<string, readonly Figure[]>

/** Figures of the formulas of a place, by the formula's key. */
export function placeFigures(place: Place, formulas: readonly ExpressedField[]): PlaceFigures {
  const found = formulas.map((field): [string, Figure[]] => {
    const figures = figuresOf(expressionOf(field)).map((expression): Figure => {
      const key = JSON.stringify(expression)
      const inputs = dependencies(expression)
        .filter(([head]) => head?.startsWith('$') !== true)
        .map((path) => ({ name: path.join('.'), expression: { var: path.join('.') } }))
      return { name: `figure ${placeName(place)} ${key}`, key, place, expression, inputs }
    })
    return [field.key, figures]
  })
  return new Map(found.filter(([, figures]) => figures.length > 0))
}
