import type { Form, PublicForm } from '@pipewright/schemas'
import type { Segment } from '../pointer.ts'
import { mention, type Walk } from './reference.ts'
import { walkExpression } from './walk-expression.ts'

const kind = 'publicForm'

function walkFind(
  walk: Walk,
  { by, where }: NonNullable<PublicForm['find']>,
  { at, from }: { readonly at: readonly Segment[]; readonly from: { readonly form: string } },
): void {
  for (const [place, path] of by.entries())
    mention(walk, [...at, 'by', place], kind, { kind: 'field', from, path, expects: 'publicAsked' })
  walkExpression(walk, where, { at: [...at, 'where'], kind, scope: { root: from } })
}

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
        expects: page.find === undefined ? 'publicField' : 'publicShown',
      })
    if (page.find !== undefined) walkFind(inPage, page.find, { at: [...at, 'find'], from })
    for (const [place, { field }] of (page.fromAddress ?? []).entries())
      mention(inPage, [...at, 'fromAddress', place, 'field'], kind, {
        kind: 'field',
        from,
        path: field,
        expects: 'publicText',
      })
  }
}
