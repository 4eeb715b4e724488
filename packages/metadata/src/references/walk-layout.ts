import type { Form, FormLayout, Layout, LayoutItem, SectionList } from '@pipewright/schemas'
import { isFieldItem } from '../layout-items.ts'
import type { Segment } from '../pointer.ts'
import { mention, mentionFields, type Walk } from './reference.ts'
import { walkElement } from './walk-element.ts'
import { walkRelated } from './walk-related.ts'
import { walkExpression } from './walk-expression.ts'

/** What a list in a section asks of the records it shows, and of the one it stands in. */
function walkList(walk: Walk, key: string, list: SectionList, at: readonly Segment[]): void {
  const from = { form: list.form }
  mention(walk, [...at, 'form'], 'relatedList', { kind: 'form', key: list.form })
  for (const [position, { field, value }] of list.where.entries()) {
    const here = [...at, 'where', position]
    mention(walk, [...here, 'field'], 'relatedList', {
      kind: 'field',
      from,
      path: field,
      expects: 'oneValue',
    })
    walkExpression(walk, value, {
      at: [...here, 'value'],
      kind: 'relatedList',
      scope: { root: { form: key } },
      assignedTo: { from, path: field },
    })
  }
  if (list.orderBy !== undefined)
    mention(walk, [...at, 'orderBy', 'field'], 'relatedList', {
      kind: 'field',
      from,
      path: list.orderBy.field,
      expects: 'sortable',
    })
  mentionFields(walk, [...at, 'columns'], 'relatedList', { from, paths: list.columns, expects: 'oneValue' })
}

function walkItem(walk: Walk, form: string, item: LayoutItem, at: readonly Segment[]): void {
  if (!isFieldItem(item)) return walkElement(walk, item.element, { form, at: [...at, 'element'] })
  const from = { form }
  mention(walk, [...at, 'field'], 'layout', { kind: 'field', from, path: item.field, expects: 'placeable' })
  mentionFields(walk, [...at, 'columns'], 'layout', {
    from,
    paths: item.columns?.map((column) => `${item.field}.${column}`),
    expects: 'editable',
  })
}

function walkOne(walk: Walk, key: string, layout: Layout, at: readonly Segment[]): void {
  const from = { form: key }
  for (const [position, section] of layout.sections.entries()) {
    if (section.list !== undefined) walkList(walk, key, section.list, [...at, 'sections', position, 'list'])
    for (const [place, item] of section.items.entries())
      walkItem(walk, key, item, [...at, 'sections', position, 'items', place])
  }
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
  for (const [position, list] of (layout.related ?? []).entries())
    walkRelated(walk, key, list, [...at, 'related', position])
}

/** Whom a further layout is for. */
function walkAudience(walk: Walk, form: Form, further: FormLayout, at: readonly Segment[]): void {
  const from = { form: form.key }
  for (const [position, key] of (further.roles ?? []).entries())
    mention(walk, [...at, 'roles', position], 'layoutFor', { kind: 'role', key })
  for (const [name, path] of [
    ['stages', form.stageField],
    ['types', form.typeField],
  ] as const)
    for (const [position, option] of (further[name] ?? []).entries())
      if (path !== undefined)
        mention(walk, [...at, name, position], 'layoutFor', { kind: 'option', from, path, option })
}

export function walkLayout(walk: Walk, form: Form, base: readonly Segment[]): void {
  walkOne(walk, form.key, form.layout, [...base, 'layout'])
  for (const [position, further] of (form.layouts ?? []).entries()) {
    const at = [...base, 'layouts', position]
    walkOne(walk, form.key, further.layout, [...at, 'layout'])
    walkAudience(walk, form, further, at)
  }
}
