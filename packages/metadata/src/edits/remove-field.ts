import type { AppDefinition, Form, Layout, LayoutItem } from '@pipewright/schemas'
import { isFieldItem, itemKey } from '../layout-items.ts'
import { matchRulesOver } from '../matching.ts'
import { type Segment, toPointer } from '../pointer.ts'
import type { UseKind } from '../references/use-kind.ts'
import { withoutStart } from '../starting-values.ts'
import { type Use, whereUsed } from '../where-used.ts'
import { changeColumns } from './change-columns.ts'
import { changeForm } from './change-form.ts'
import { type EditOf, type EditSpec, refuse } from './edit-spec.ts'
import { revoke } from './field-rights.ts'
import { restoreBetween } from './restore-between.ts'

type RemoveField = EditOf<'removeField'>

/** Mentions that mean nothing once the field is gone; they go with it. */
const cleaned: ReadonlySet<UseKind> = new Set<UseKind>([
  'layout',
  'keyFacts',
  'quickCreate',
  'search',
  'match',
  'copy',
  'started',
  'roleRead',
  'roleWrite',
])

/** The places that keep a field from being removed. */
export function blockingUses(
  definition: AppDefinition,
  { form, lineItems, field }: Pick<RemoveField, 'form' | 'lineItems' | 'field'>,
): Use[] {
  const own = pointerOf(definition, { form, ...(lineItems !== undefined && { lineItems }), field })
  return whereUsed(definition, { form, ...(lineItems !== undefined && { lineItems }), field }).filter(
    (use) => !cleaned.has(use.kind) && !use.pointer.startsWith(`${own}/`),
  )
}

function pointerOf(
  definition: AppDefinition,
  site: { form: string; lineItems?: string; field: string },
): string {
  const position = definition.forms.findIndex((form) => form.key === site.form)
  let fields = definition.forms[position]?.fields ?? []
  const way = [...(site.lineItems?.split('.') ?? []), site.field]
  const places = way.flatMap((key): Segment[] => {
    const place = fields.findIndex((field) => field.key === key)
    const table = fields[place]
    fields = table?.type === 'lineItems' ? table.fields : []
    return ['fields', place]
  })
  return toPointer(['forms', position, ...places])
}

function cleanLayout(layout: Layout, field: string): Layout {
  const without = (list: readonly string[]) => list.filter((key) => key !== field)
  return {
    ...layout,
    sections: layout.sections.map((section) => ({
      ...section,
      items: section.items.filter((item) => itemKey(item) !== field),
    })),
    ...(layout.keyFacts && { keyFacts: without(layout.keyFacts) }),
    ...(layout.quickCreate && { quickCreate: without(layout.quickCreate) }),
  }
}

function cleanForm(form: Form, field: string): Form {
  const without = (list: readonly string[]) => list.filter((key) => key !== field)
  return {
    ...withoutStart(form, field),
    fields: form.fields.filter((one) => one.key !== field),
    layout: cleanLayout(form.layout, field),
    ...(form.layouts && {
      layouts: form.layouts.map((one) => ({ ...one, layout: cleanLayout(one.layout, field) })),
    }),
    ...(form.searchFields && { searchFields: without(form.searchFields) }),
    ...(form.matchFields && { matchFields: without(form.matchFields) }),
    ...(form.matching && {
      matching: { ...form.matching, rules: matchRulesOver(form.matching.rules, (key) => key !== field) },
    }),
    ...(form.copyFields && { copyFields: without(form.copyFields) }),
  }
}

/** The line items of a layout without one column; when it was the only one on paper, all that are left are printed. */
function cleanItems(layout: Layout, { lineItems, field }: { lineItems: string; field: string }): Layout {
  const clean = (item: LayoutItem): LayoutItem => {
    if (!isFieldItem(item) || item.field !== lineItems || item.columns?.includes(field) !== true) return item
    const { columns, ...bare } = item
    const rest = columns.filter((key) => key !== field)
    return rest.length === 0 ? bare : { ...bare, columns: rest }
  }
  return {
    ...layout,
    sections: layout.sections.map((section) => ({ ...section, items: section.items.map(clean) })),
  }
}

function cleanColumns(form: Form, column: { lineItems: string; field: string }): Form {
  return {
    ...form,
    layout: cleanItems(form.layout, column),
    ...(form.layouts && {
      layouts: form.layouts.map((one) => ({ ...one, layout: cleanItems(one.layout, column) })),
    }),
  }
}

function take(definition: AppDefinition, { form, lineItems, field }: RemoveField) {
  const unknown = refuse('unknown-target', '/field', { what: 'field', key: field })
  if (lineItems === undefined)
    return changeForm(definition, form, (old) =>
      old.fields.some((one) => one.key === field) ? { form: cleanForm(old, field), inverse: [] } : unknown,
    )
  const left = changeColumns(definition, { form, lineItems }, (fields) => {
    const rest = fields.filter((one) => one.key !== field)
    if (rest.length === fields.length) return unknown
    return rest.length === 0 ? refuse('last-column', '/field', { field }) : { fields: rest, inverse: [] }
  })
  if ('problems' in left) return left
  return changeForm(left.definition, form, (old) => ({
    form: cleanColumns(old, { lineItems, field }),
    inverse: [],
  }))
}

export const removeField: EditSpec<RemoveField> = {
  apply(definition, edit) {
    const { form, lineItems, field } = edit
    const taken = take(definition, edit)
    if ('problems' in taken) return taken
    const uses = blockingUses(definition, edit)
    if (uses.length > 0) return refuse('in-use', '/field', { what: field, uses })
    const path = lineItems === undefined ? field : `${lineItems}.${field}`
    const retired = edit.neverPublished === true ? [] : [`${form}.${path}`]
    const result = {
      ...taken.definition,
      roles: revoke(definition, form, path),
      retired: [...definition.retired, ...retired],
    }
    return { definition: result, inverse: [restoreBetween(result, definition)] }
  },
}
