import type { ExampleValue } from '@pipewright/schemas'
import type { Segment } from '../pointer.ts'
import { mention, type FieldName, type Walk } from './reference.ts'
import { resolveVariable, type VariableScope } from './variable-scope.ts'
import { mentionOptions } from './walk-expression.ts'

interface Row {
  readonly inputs: { readonly [name: string]: ExampleValue }
}

/** What comes out of a row: where it stands in it, the field it is a value of, the value. */
type Outcome = readonly [at: readonly Segment[], field: FieldName, value: ExampleValue | undefined]

interface Site<R> {
  readonly at: readonly Segment[]
  readonly scope: VariableScope
  readonly outcomes: (row: R) => readonly Outcome[]
  /** Whether the fields that come out are named by the row, not by what it belongs to. */
  readonly setsFields?: true
}

function walkInput(
  walk: Walk,
  scope: VariableScope,
  at: readonly Segment[],
  [name, value]: readonly [string, ExampleValue],
): void {
  const variable = resolveVariable(scope, name)
  if (variable === 'context') return
  if (variable === 'unknown') return mention(walk, at, 'example', { kind: 'variable', name })
  mention(walk, at, 'example', { kind: 'field', ...variable, expects: 'any' })
  mentionOptions(walk, value, { at, kind: 'example', scope }, variable)
}

/** Mentions every field and option that the example rows of a formula or rule name. */
export function walkExamples<R extends Row>(
  walk: Walk,
  rows: readonly R[] | undefined,
  { at, scope, outcomes, setsFields }: Site<R>,
): void {
  for (const [position, row] of (rows ?? []).entries()) {
    const here = [...at, 'examples', position]
    for (const input of Object.entries(row.inputs))
      walkInput(walk, scope, [...here, 'inputs', input[0]], input)
    for (const [inside, field, value] of outcomes(row)) {
      const site = { at: [...here, ...inside], kind: 'example', scope } as const
      if (setsFields === true)
        mention(walk, site.at, site.kind, { kind: 'field', ...field, expects: 'ruledValue' })
      if (value !== undefined) mentionOptions(walk, value, site, field)
    }
  }
}
