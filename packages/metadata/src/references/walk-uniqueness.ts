import type { Form } from '@pipewright/schemas'
import type { Segment } from '../pointer.ts'
import { mentionFields, type Walk } from './reference.ts'
import { walkExpression } from './walk-expression.ts'

const kind = 'uniqueness'

/** What must not occur twice: its fields, and which records are compared. */
export function walkUniqueness(walk: Walk, form: Form, base: readonly Segment[]): void {
  const from = { form: form.key }
  for (const [position, { fields, when }] of (form.uniqueness ?? []).entries()) {
    const at = [...base, 'uniqueness', position]
    mentionFields(walk, [...at, 'fields'], kind, { from, paths: fields, expects: 'uniquePart' })
    walkExpression(walk, when, { at: [...at, 'when'], kind, scope: { root: from } })
  }
}
