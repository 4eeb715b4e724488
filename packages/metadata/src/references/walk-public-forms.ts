import type { Form } from '@pipewright/schemas'
import type { Segment } from '../pointer.ts'
import { mention, type Walk } from './reference.ts'

const kind = 'publicForm'

export function walkPublicForms(walk: Walk, form: Form, base: readonly Segment[]): void {
  const from = { form: form.key }
  for (const [position, page] of (form.publicForms ?? []).entries()) {
    const at = [...base, 'publicForms', position]
    const inPage = { ...walk, label: page.label }
    for (const [place, { field }] of page.fields.entries())
      mention(inPage, [...at, 'fields', place, 'field'], kind, {
        kind: 'field',
        from,
        path: field,
        expects: 'publicField',
      })
    for (const [place, { field }] of (page.fromAddress ?? []).entries())
      mention(inPage, [...at, 'fromAddress', place, 'field'], kind, {
        kind: 'field',
        from,
        path: field,
        expects: 'publicText',
      })
  }
}
