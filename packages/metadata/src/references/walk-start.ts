import type { Form } from '@pipewright/schemas'
import type { Segment } from '../pointer.ts'
import { mention, mentionFields, type Walk } from './reference.ts'
import { walkExpression } from './walk-expression.ts'

const kind = 'start'

type Values = NonNullable<NonNullable<Form['start']>['types']>[number]['values']

/** Fields that take a value are named apart from what it is made of: their naming goes when they go. */
function walkValues(walk: Walk, form: string, values: Values, at: readonly Segment[]): void {
  const from = { form }
  for (const [key, value] of Object.entries(values)) {
    mention(walk, [...at, key], 'started', { kind: 'field', from, path: key, expects: 'startable' })
    walkExpression(walk, value, {
      at: [...at, key],
      kind,
      scope: { root: from },
      assignedTo: { from, path: key },
    })
  }
}

/** What new records start with. */
export function walkStart(walk: Walk, { key: form, typeField, start }: Form, base: readonly Segment[]): void {
  const at = [...base, 'start']
  const from = { form }
  for (const [position, { key, values }] of (start?.types ?? []).entries()) {
    const here = [...at, 'types', position]
    if (typeField !== undefined)
      mention(walk, [...here, 'key'], kind, { kind: 'option', from, path: typeField, option: key })
    walkValues(walk, form, values, [...here, 'values'])
  }
  for (const [position, { form: origin, fields }] of (start?.from ?? []).entries()) {
    const here = [...at, 'from', position]
    mention(walk, [...here, 'form'], kind, { kind: 'form', key: origin })
    for (const [place, pair] of fields.entries()) {
      const there = [...here, 'fields', place]
      const source = { kind: 'field', from: { form: origin }, path: pair.from, expects: 'taken' } as const
      mention(walk, [...there, 'from'], kind, source)
      mention(walk, [...there, 'to'], 'started', { kind: 'field', from, path: pair.to, expects: 'startable' })
    }
  }
  mentionFields(walk, [...at, 'last'], 'started', { from, paths: start?.last, expects: 'startable' })
  for (const [position, preset] of (start?.presets ?? []).entries())
    walkValues({ ...walk, label: preset.label }, form, preset.values, [...at, 'presets', position, 'values'])
}
