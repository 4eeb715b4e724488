import type {
  Conversion,
  Expression,
  Field,
  Form,
  Layout,
  LayoutItem,
  RelationFill,
  Section,
  Uniqueness,
} from '@pipewright/schemas'
import {
  matchRulesOver,
  expressionOf,
  isFieldItem,
  placeableSystemFields,
  resultLooks,
  type CalculatedField,
} from '@pipewright/metadata'
import { hasContent, maskElement, maskRelated, mayKnowElement, mayList } from './mask-elements.ts'
import { readableTitleField } from './readable.ts'
import { maskFollowUpLog } from './mask-follow-up-log.ts'
import { maskMailTemplates } from './mask-mail-templates.ts'
import { maskRule } from './mask-rule.ts'
import { knownValues, knows, type MaskScope } from './mask-scope.ts'
import { maskStages } from './mask-stages.ts'
import { maskStart } from './mask-start.ts'

/** What is shown of a calculated field whose making is not told: its type, and options that are known only there. */
function looksOf(scope: MaskScope, field: CalculatedField): Field {
  const { key, label, help } = field
  const options = scope.index.options(field)
  return {
    type: 'formula',
    key,
    label,
    ...(help !== undefined && { help }),
    ...(options.length > 0 && { options: [...options] }),
    expression: null,
    resultType: field.resultType,
    ...resultLooks(field),
  }
}

/** A calculated field keeps its value and its looks; how it is made is told only as far as its parts may be read. */
function maskCalculated(scope: MaskScope, form: string, field: Field, lineItems?: string): Field {
  if (field.type === 'formula') {
    // Examples may hold values of a real record, and only builders need them.
    const { examples: _, ...plain } = field
    return scope.expression(form, field.expression, lineItems) ? plain : { ...plain, expression: null }
  }
  if (field.type === 'lookup')
    return scope.expression(form, expressionOf(field), lineItems) ? field : looksOf(scope, field)
  if (field.type !== 'rollup') return field
  const parts = [field.relation, field.lineItems].flatMap((part) => part ?? [])
  const isNamed = field.through === undefined || knows(scope, form, field.through)
  const measured = [field.field, field.orderBy?.field].flatMap((part) => part ?? [])
  const within = field.lineItems === undefined ? '' : `${field.lineItems}.`
  const isOpen =
    isNamed &&
    [...parts, ...measured.map((part) => within + part)].every((part) => knows(scope, field.form, part)) &&
    scope.expression(field.form, field.filter, field.lineItems)
  if (isOpen) return field
  return looksOf(scope, field)
}

/** What a picked record fills in, as far as both sides may be known. */
function knownFill(
  scope: MaskScope,
  form: string,
  target: string,
  fill: readonly RelationFill[] | undefined,
  lineItems: string | undefined,
): { fill?: RelationFill[] } {
  const known = fill?.filter(
    ({ from, to }) =>
      knows(scope, target, from) && knows(scope, form, lineItems === undefined ? to : `${lineItems}.${to}`),
  )
  return known === undefined || known.length === 0 ? {} : { fill: known }
}

function maskField(scope: MaskScope, form: string, field: Field, lineItems?: string): Field {
  const masked = maskCalculated(scope, form, field, lineItems)
  if (masked.type === 'lineItems') {
    const path = lineItems === undefined ? masked.key : `${lineItems}.${masked.key}`
    const fields = masked.fields.filter((column) => knows(scope, form, `${path}.${column.key}`))
    const { totals, uniqueness, ...table } = masked
    const unique = uniqueness?.filter((each) =>
      each.fields.every((key) => knows(scope, form, `${path}.${key}`)),
    )
    const known = totals?.filter((total) => fields.some(({ key }) => key === total.field))
    return {
      ...table,
      fields: fields.map((column) => maskField(scope, form, column, path)),
      ...(known === undefined || known.length === 0 ? {} : { totals: known }),
      ...(unique === undefined || unique.length === 0 ? {} : { uniqueness: unique }),
    }
  }
  const plain = { ...masked } as Field & { default?: Expression; filter?: Expression; dependsOn?: string }
  if (!scope.expression(form, plain.default, lineItems)) delete plain.default
  if (plain.dependsOn !== undefined && !scope.path(form, plain.dependsOn, lineItems)) delete plain.dependsOn
  if (
    (plain.type === 'relation' || plain.type === 'relations') &&
    !scope.expression(plain.form, plain.filter)
  )
    delete plain.filter
  if ((plain.type === 'member' || plain.type === 'members') && plain.limit?.where !== undefined) {
    const { where, ...limit } = plain.limit
    if (!scope.expression(form, where, lineItems)) plain.limit = limit
  }
  if (plain.type === 'anyRelation')
    plain.targets = plain.targets
      .filter((target) => scope.form(target.form))
      .map(({ form: far, filter, fill, pickColumns }) => ({
        form: far,
        ...knownFill(scope, form, far, fill, lineItems),
        ...(filter !== undefined && scope.expression(far, filter) ? { filter } : {}),
        ...(pickColumns === undefined
          ? {}
          : { pickColumns: pickColumns.filter((path) => scope.path(far, path)) }),
      }))
  if (plain.type === 'relation' || plain.type === 'relations')
    if (plain.pickColumns !== undefined)
      plain.pickColumns = plain.pickColumns.filter((path) => scope.path(plain.form, path))
  if (plain.type === 'relation' && plain.fill !== undefined) {
    const { fill, ...rest } = plain
    return { ...rest, ...knownFill(scope, form, plain.form, fill, lineItems) }
  }
  return plain
}

/** A list whose conditions may not be known is not there; nobody sees which records it would choose. */
function maskList(scope: MaskScope, form: string, section: Section): Section {
  const { list, ...rest } = section
  if (list === undefined) return section
  const known = (path: string) => scope.path(list.form, path)
  const isOpen =
    scope.form(list.form) &&
    list.where.every(({ field, value }) => known(field) && scope.expression(form, value)) &&
    (list.orderBy === undefined || known(list.orderBy.field))
  if (!isOpen) return rest
  return {
    ...rest,
    list: list.columns === undefined ? list : { ...list, columns: list.columns.filter(known) },
  }
}

function maskLayout(scope: MaskScope, form: string, layout: Layout): Layout {
  const known = (key: string) => knows(scope, form, key)
  const maskItem = (item: LayoutItem): LayoutItem => {
    if (!isFieldItem(item)) return { ...item, element: maskElement(scope, form, item.element) }
    if (item.columns === undefined) return item
    return { ...item, columns: item.columns.filter((column) => known(`${item.field}.${column}`)) }
  }
  const placed = (key: string) => placeableSystemFields.has(key) || known(key)
  const sections = layout.sections
    .map((section) => ({
      ...maskList(scope, form, section),
      items: section.items
        .filter((item) =>
          isFieldItem(item) ? placed(item.field) : mayKnowElement(scope, form, item.element),
        )
        .map(maskItem),
    }))
    .filter((section, at) => hasContent(section, layout.sections[at]))
  const related = layout.related
    ?.filter((list) => mayList(scope, list))
    .map((list) => maskRelated(scope, list))
  return {
    sections,
    ...(layout.pages === undefined ? {} : { pages: layout.pages }),
    ...(layout.steps === undefined ? {} : { steps: layout.steps }),
    ...(layout.labels === undefined ? {} : { labels: layout.labels }),
    ...(layout.keyFacts === undefined ? {} : { keyFacts: layout.keyFacts.filter(known) }),
    ...(related === undefined ? {} : { related }),
    ...(layout.quickCreate === undefined ? {} : { quickCreate: layout.quickCreate.filter(known) }),
  }
}

/** Further layouts, as far as the reader may know what they show; one with nothing left to show is left out. */
function maskFurther(scope: MaskScope, { key, layouts }: Form): Pick<Form, 'layouts'> {
  const masked = layouts
    ?.map((one) => ({ ...one, layout: maskLayout(scope, key, one.layout) }))
    .filter(({ layout }) => layout.sections.length > 0)
  return masked === undefined ? {} : { layouts: masked }
}

/** Offered only to those who may make everything that it makes. */
function maskConversion(scope: MaskScope, form: string, conversion: Conversion): Conversion[] {
  const may = conversion.creates.every(
    (step) => scope.form(step.form) && scope.rights.forms[step.form]?.create === true,
  )
  if (!may || !scope.expression(form, conversion.when)) return []
  const creates = conversion.creates.map((step) => {
    const lines = step.lines?.filter(
      (line) => knows(scope, step.form, line.field) && knows(scope, form, line.from),
    )
    const { when, ...rest } = step
    return {
      ...rest,
      ...(when !== undefined && scope.expression(form, when) ? { when } : {}),
      values: knownValues(scope, form, step.form, step.values),
      ...(lines === undefined
        ? {}
        : { lines: lines.map(({ lines: _inner, ...line }) => ({ ...line, values: {} })) }),
      ...(step.matchFields === undefined
        ? {}
        : { matchFields: step.matchFields.filter((key) => knows(scope, step.form, key)) }),
    }
  })
  const { updates, ...rest } = conversion
  return [
    {
      ...rest,
      creates,
      ...(updates === undefined ? {} : { updates: knownValues(scope, form, form, updates) }),
    },
  ]
}

/** Which fields are held against others; which records are compared is for the server to know where a reader is not. */
function maskUniqueness(scope: MaskScope, form: string, all: readonly Uniqueness[]): Uniqueness[] {
  return all
    .filter(({ fields }) => fields.every((key) => knows(scope, form, key)))
    .map(({ when, ...rest }) => ({
      ...rest,
      ...(when !== undefined && scope.expression(form, when) ? { when } : {}),
    }))
}

/** A form as one reader may know it: nothing that may not be read is mentioned anywhere. */
export function maskForm(scope: MaskScope, form: Form): Form {
  const { key } = form
  const known = (field: string) => knows(scope, key, field)
  const fields = form.fields.filter((field) => known(field.key)).map((field) => maskField(scope, key, field))
  const { reminders: _reminders, ...told } = form
  const { searchFields, matchFields, copyFields, rules, conversions, publicForms: _public, ...most } = told
  const { uniqueness, matching, ...open } = most
  const { stageField: _, stages: __, pipelineField: ___, pipelines: ____, layouts: _____, ...bare } = open
  const { typeField, followUpField, followUpLog, mailTemplates, start: ______, ...rest } = bare
  return {
    ...rest,
    titleField: readableTitleField(scope.index, scope.rights, key) ?? fields[0]?.key ?? 'id',
    fields,
    layout: maskLayout(scope, key, form.layout),
    ...maskFurther(scope, form),
    ...maskStages(scope, form),
    ...maskStart(scope, form),
    ...(typeField === undefined || !known(typeField) ? {} : { typeField }),
    ...(followUpField === undefined || !known(followUpField) ? {} : { followUpField }),
    ...maskFollowUpLog(followUpLog, known),
    ...maskMailTemplates(mailTemplates, known),
    ...(searchFields === undefined ? {} : { searchFields: searchFields.filter(known) }),
    ...(matchFields === undefined ? {} : { matchFields: matchFields.filter(known) }),
    ...(matching === undefined
      ? {}
      : { matching: { ...matching, rules: matchRulesOver(matching.rules, known) } }),
    ...(copyFields === undefined ? {} : { copyFields: copyFields.filter(known) }),
    ...(uniqueness === undefined ? {} : { uniqueness: maskUniqueness(scope, key, uniqueness) }),
    ...(rules === undefined ? {} : { rules: rules.flatMap((rule) => maskRule(scope, form, rule)) }),
    ...(conversions === undefined
      ? {}
      : { conversions: conversions.flatMap((each) => maskConversion(scope, key, each)) }),
  }
}
