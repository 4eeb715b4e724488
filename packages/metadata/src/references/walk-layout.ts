import type { Form } from '@pipewright/schemas'
import type { Segment } from '../pointer.ts'
import { mention, mentionFields, type Walk } from './reference.ts'

export function walkLayout(walk: Walk, { key, layout }: Form, base: readonly Segment[]): void {
  const from = { form: key }
  const at = [...base, 'layout']
  for (const [position, section] of layout.sections.entries())
    for (const [place, item] of section.items.entries())
      mention(walk, [...at, 'sections', position, 'items', place, 'field'], 'layout', {
        kind: 'field',
        from,
        path: item.field,
        expects: 'own',
      })
  mentionFields(walk, [...at, 'keyFacts'], 'keyFacts', {
    from,
    paths: layout.keyFacts,
    expects: 'oneValue',
  })
  mentionFields(walk, [...at, 'quickCreate'], 'quickCreate', {
    from,
    paths: layout.quickCreate,
    expects: 'own',
  })
  for (const [position, list] of (layout.related ?? []).entries()) {
    const other = { form: list.form }
    const here = [...at, 'related', position]
    mention(walk, [...here, 'form'], 'relatedList', { kind: 'form', key: list.form })
    mention(walk, [...here, 'field'], 'relatedList', {
      kind: 'field',
      from: other,
      path: list.field,
      expects: { relationTo: key, many: true },
    })
    mentionFields(walk, [...here, 'columns'], 'relatedList', {
      from: other,
      paths: list.columns,
      expects: 'oneValue',
    })
  }
}
