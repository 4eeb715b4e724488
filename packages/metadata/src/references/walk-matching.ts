import type { Form } from '@pipewright/schemas'
import type { Segment } from '../pointer.ts'
import { mentionFields, type Walk } from './reference.ts'

/** What is compared to find records that look the same. */
export function walkMatching(walk: Walk, form: Form, base: readonly Segment[]): void {
  const at = [...base, 'matching', 'rules']
  for (const [position, { compare }] of (form.matching?.rules ?? []).entries())
    for (const [place, { fields }] of compare.entries())
      mentionFields(walk, [...at, position, 'compare', place, 'fields'], 'match', {
        from: { form: form.key },
        paths: fields,
        expects: 'matchable',
      })
}
