import type { AppDefinition, Edit, Field, LayoutElement, PublicForm } from '@pipewright/schemas'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  aChoiceField,
  aForm,
  aLineItemsField,
  aMoneyField,
  aReport,
  aRight,
  aRole,
  aSalesApp,
  aTextField,
  aView,
  aWorkflow,
} from '../builders.ts'
import { checkDefinition } from '../check/check-definition.ts'
import { diffDefinitions } from '../diff/diff-definitions.ts'
import { applyEdit, applyEdits } from './apply-edit.ts'

const keys = fc.constantFrom(
  'name',
  'industry',
  'stage',
  'amount',
  'items',
  'price',
  'total',
  'extra',
  'more',
)
const forms = fc.constantFrom('account', 'opportunity', 'task', 'visit')
const sections = fc.constantFrom('main', 'second')
const further = fc.constantFrom('short', 'paper')
const inFurther = fc.option(further, { nil: undefined })
const index = fc.nat(2)
const label = fc.record({ en: fc.constantFrom('One', 'Two') })
const column = fc.option(fc.constantFrom('items', 'items.extra'), { nil: undefined })
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const roles = fc.subarray(['rep', 'boss'])

const field: fc.Arbitrary<Field> = fc.oneof(
  fc
    .tuple(keys, label, fc.boolean())
    .map(([key, name, required]) => aTextField({ key, label: name, required })),
  keys.map((key) => aMoneyField({ key })),
  keys.map((key) =>
    aLineItemsField({ key, fields: [aTextField({ key: 'name' }), aTextField({ key: 'extra' })] }),
  ),
  keys.map((key) => aChoiceField({ key, options: [{ key: 'won', label: { en: 'Won' } }] })),
)

/** Leaves out what is undefined, as it cannot stand in JSON. */
const bare = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined))
const asEdit = (value: object): Edit => bare(value) as Edit

const elementKeys = fc.constantFrom('note', 'rule_off', 'name')
const element: fc.Arbitrary<LayoutElement> = fc.oneof(
  elementKeys.map((key) => ({ type: 'divider' as const, key })),
  fc.record({
    type: fc.constant('text' as const),
    key: elementKeys,
    html: fc.record({ en: fc.constantFrom('<p>Hello {{name}}</p>', '<p>{{gone}}</p>') }),
  }),
)

const one = <T extends Edit['type']>(type: T) => fc.constant(type)

const arbitraries: { readonly [T in Edit['type']]: fc.Arbitrary<Edit> | undefined } = {
  addForm: forms.map((key) => ({
    type: 'addForm',
    form: aForm({ key }),
    rights: [{ role: 'rep', right: aRight({ form: key }) }],
  })),
  removeForm: fc.record({ type: one('removeForm'), form: forms }),
  setForm: fc.record({
    type: one('setForm'),
    form: forms,
    changes: fc.record(
      {
        label,
        icon: orNull(fc.constant('star')),
        stageField: orNull(keys),
        searchFields: orNull(fc.subarray(['name', 'extra'])),
      },
      { requiredKeys: [] },
    ),
  }),
  addField: fc
    .record({
      type: one('addField'),
      form: forms,
      lineItems: column,
      field,
      section: sections,
      index,
      write: roles,
      read: fc.constant([]),
    })
    .map(asEdit),
  removeField: fc
    .record({ type: one('removeField'), form: forms, lineItems: column, field: keys })
    .map(asEdit),
  setField: fc.record({ type: one('setField'), form: forms, lineItems: column, field }).map(asEdit),
  changeFieldType: fc
    .record({ type: one('changeFieldType'), form: forms, lineItems: column, field })
    .map(asEdit),
  moveField: fc
    .record({
      type: one('moveField'),
      form: forms,
      layout: inFurther,
      lineItems: column,
      field: keys,
      section: sections,
      index,
    })
    .map(asEdit),
  setWidth: fc
    .record({
      type: one('setWidth'),
      form: forms,
      layout: inFurther,
      field: keys,
      width: orNull(fc.constant(2)),
    })
    .map(asEdit),
  addSection: fc.record({
    type: one('addSection'),
    form: forms,
    section: sections.map((key) => ({ key, columns: 1, items: [] })),
    index,
  }),
  removeSection: fc
    .record({ type: one('removeSection'), form: forms, layout: inFurther, section: sections })
    .map(asEdit),
  setSection: fc
    .record({
      type: one('setSection'),
      form: forms,
      section: sections,
      label: orNull(label),
      columns: fc.constant(3),
    })
    .map(asEdit),
  moveSection: fc
    .record({ type: one('moveSection'), form: forms, layout: inFurther, section: sections, index })
    .map(asEdit),
  setPage: fc.record(
    {
      type: one('setPage'),
      form: forms,
      keyFacts: orNull(fc.subarray(['name', 'amount'])),
      quickCreate: orNull(fc.subarray(['name'])),
      labels: orNull(fc.constantFrom('above', 'beside')),
    },
    { requiredKeys: ['type', 'form'] },
  ),
  placeField: fc
    .record({
      type: one('placeField'),
      form: forms,
      layout: inFurther,
      field: fc.oneof(keys, fc.constant('owner')),
      section: sections,
      index,
    })
    .map(asEdit),
  addElement: fc
    .record({
      type: one('addElement'),
      form: forms,
      layout: inFurther,
      section: sections,
      index,
      item: fc.record({ element, width: fc.option(fc.constantFrom(1, 2), { nil: undefined }) }).map(bare),
    })
    .map(asEdit),
  setElement: fc.record({ type: one('setElement'), form: forms, layout: inFurther, element }).map(asEdit),
  removeElement: fc
    .record({ type: one('removeElement'), form: forms, layout: inFurther, element: elementKeys })
    .map(asEdit),
  unplaceField: fc
    .record({
      type: one('unplaceField'),
      form: forms,
      layout: inFurther,
      field: fc.oneof(keys, fc.constant('owner')),
    })
    .map(asEdit),
  putLayout: fc
    .record({
      type: one('putLayout'),
      form: forms,
      formLayout: fc.record({
        key: further,
        label,
        roles: fc.subarray(['rep', 'boss']),
        layout: fc.constant({
          sections: [
            { key: 'main', columns: 2 as const, items: [{ field: 'name' }] },
            { key: 'second', columns: 1 as const, items: [] },
          ],
        }),
      }),
      index: fc.option(index, { nil: undefined }),
    })
    .map(asEdit),
  removeLayout: fc.record({ type: one('removeLayout'), form: forms, formLayout: further }),
  putRule: fc
    .record({
      type: one('putRule'),
      form: forms,
      rule: fc.record({
        key: sections,
        label,
        when: fc.constant({ notEmpty: [{ var: 'name' }] }),
        effects: fc.constant([{ type: 'require', fields: ['name'] }]),
      }),
    })
    .map(asEdit),
  removeRule: fc.record({ type: one('removeRule'), form: forms, rule: sections }),
  putConversion: fc
    .record({
      type: one('putConversion'),
      form: forms,
      conversion: fc.record({
        key: sections,
        label,
        creates: fc.constant([{ key: 'one', form: 'account', values: { name: { var: 'name' } } }]),
      }),
    })
    .map(asEdit),
  removeConversion: fc.record(
    {
      type: one('removeConversion'),
      form: forms,
      conversion: sections,
      withButtons: fc.constant(true as const),
    },
    { requiredKeys: ['type', 'form', 'conversion'] },
  ),
  moveConversion: fc.record({ type: one('moveConversion'), form: forms, conversion: sections, index }),
  putPublicForm: fc.record({
    type: one('putPublicForm'),
    form: forms,
    publicForm: sections.map((key) => ({ ...publicForm, key })),
  }),
  removePublicForm: fc.record({ type: one('removePublicForm'), form: forms, publicForm: sections }),
  putView: fc.tuple(forms, sections).map(([form, key]) => ({ type: 'putView', view: aView({ key, form }) })),
  putWorkflow: fc
    .tuple(forms, sections)
    .map(([form, key]) => ({ type: 'putWorkflow', workflow: aWorkflow({ key, form }) })),
  putReport: fc
    .tuple(forms, sections)
    .map(([form, key]) => ({ type: 'putReport', report: aReport({ key, form }) })),
  putDashboard: fc.tuple(sections, fc.boolean()).map(([key, filled]) => ({
    type: 'putDashboard',
    dashboard: {
      key,
      label: { en: 'D' },
      widgets: filled ? [{ key: 'w', report: 'main', x: 0, y: 0, w: 4, h: 4 }] : [],
    },
  })),
  putRole: fc
    .tuple(fc.constantFrom('rep', 'boss'), fc.subarray(['main', 'second']))
    .map(([key, dashboards]) => ({ type: 'putRole', role: aRole({ key, dashboards }) })),
  putOptionSet: sections.map((key) => ({
    type: 'putOptionSet',
    optionSet: { key, label: { en: 'Set' }, options: [{ key: 'a', label: { en: 'A' } }] },
  })),
  removeDocument: fc.record({
    type: one('removeDocument'),
    kind: fc.constantFrom('view', 'workflow', 'report', 'dashboard', 'role', 'optionSet'),
    key: fc.constantFrom('main', 'second', 'open', 'boss'),
  }),
  setNavigation: forms.map((key) => ({
    type: 'setNavigation',
    navigation: [{ key: 'n', label: { en: 'N' }, items: [{ type: 'form', key }] }],
  })),
  setName: label.map((name) => ({ type: 'setName', name })),
  setCurrency: fc.constantFrom('EUR', 'USD', null).map((currency) => ({ type: 'setCurrency', currency })),
  // Comes only out of the others, as their inverse.
  restore: undefined,
}

const edits = fc.oneof(...Object.values(arbitraries).filter((one) => one !== undefined))

const begin = (): AppDefinition => {
  const app = aSalesApp()
  const second = { key: 'second', columns: 1, items: [] }
  const task = aForm({ key: 'task' })
  const sections = [...task.layout.sections, second]
  return { ...app, forms: [...app.forms, { ...task, layout: { sections } }] }
}

/** Does what fits and undoes it all, the last first; every way point must be valid and every redo the same. */
function doAndUndo(start: AppDefinition, list: readonly Edit[]): Set<string> {
  const done: { before: AppDefinition; inverse: Edit[]; after: AppDefinition }[] = []
  const types = new Set<string>()
  let current = start
  for (const edit of list) {
    const result = applyEdit(current, edit)
    if ('problems' in result) continue
    types.add(edit.type)
    done.push({ before: current, inverse: result.inverse, after: result.definition })
    current = result.definition
    expect(checkDefinition(current)).toEqual([])
  }
  for (const { before, inverse, after } of done.toReversed()) {
    const redo: Edit[] = []
    for (const edit of inverse) {
      const result = applyEdit(current, edit)
      if ('problems' in result) throw new Error(JSON.stringify({ edit, problems: result.problems }))
      redo.unshift(...result.inverse)
      current = result.definition
    }
    expect(current).toEqual(before)
    let again = current
    for (const edit of redo) {
      const result = applyEdit(again, edit)
      if ('problems' in result) throw new Error(JSON.stringify({ edit, problems: result.problems }))
      again = result.definition
    }
    expect(diffDefinitions(again, after)).toEqual([])
  }
  return types
}

test('undo takes back any sequence of edits, exactly, and leaves no difference', () => {
  fc.assert(
    fc.property(fc.array(edits, { minLength: 5, maxLength: 40, size: 'max' }), (list) => {
      doAndUndo(begin(), list)
    }),
    { numRuns: 120 },
  )
}, 30_000)

const publicForm: PublicForm = { key: 'page', label: { en: 'Page' }, fields: [{ field: 'name' }] }
const conversion = { key: 'c', label: { en: 'C' }, creates: [{ key: 's', form: 'task', values: {} }] }
const rule: Extract<Edit, { type: 'putRule' }> = {
  type: 'putRule',
  form: 'task',
  rule: { key: 'r', label: { en: 'R' }, when: true, effects: [{ type: 'require', fields: ['name'] }] },
}
const addExtra: Edit = {
  type: 'addField',
  form: 'task',
  field: aTextField({ key: 'extra' }),
  section: 'main',
  index: 0,
  write: [],
  read: [],
}
const view: Edit = { type: 'putView', view: aView({ form: 'task' }) }

const short: Extract<Edit, { type: 'putLayout' }> = {
  type: 'putLayout',
  form: 'task',
  formLayout: {
    key: 'short',
    label: { en: 'Short' },
    layout: { sections: [{ key: 'main', columns: 1, items: [{ field: 'name' }] }] },
  },
}
const place: Edit = {
  type: 'placeField',
  form: 'task',
  layout: 'short',
  field: 'owner',
  section: 'main',
  index: 0,
}

const addNote: Extract<Edit, { type: 'addElement' }> = {
  type: 'addElement',
  form: 'task',
  section: 'main',
  index: 1,
  item: { element: { type: 'text', key: 'note', html: { en: '<p>Call {{name}}</p>' } } },
}

/** For each type a few edits that fit one after the other; the last is of that type. */
const examples: { readonly [T in Exclude<Edit['type'], 'restore'>]: Edit[] } = {
  addForm: [{ type: 'addForm', form: aForm(), rights: [{ role: 'rep', right: aRight() }] }],
  removeForm: [{ type: 'removeForm', form: 'task' }],
  setForm: [{ type: 'setForm', form: 'task', changes: { icon: 'star', searchFields: ['name'] } }],
  addField: [addExtra],
  removeField: [
    addExtra,
    { type: 'setPage', form: 'task', keyFacts: ['extra', 'name'] },
    { type: 'removeField', form: 'task', field: 'extra' },
  ],
  setField: [{ type: 'setField', form: 'task', field: aTextField({ required: true }) }],
  changeFieldType: [
    addExtra,
    { type: 'changeFieldType', form: 'task', field: aMoneyField({ key: 'extra' }) },
  ],
  moveField: [{ type: 'moveField', form: 'task', field: 'name', section: 'second', index: 0 }],
  setWidth: [{ type: 'setWidth', form: 'task', field: 'name', width: 2 }],
  addSection: [
    { type: 'addSection', form: 'task', section: { key: 'new', columns: 1, items: [] }, index: 1 },
  ],
  removeSection: [addExtra, { type: 'removeSection', form: 'task', section: 'main' }],
  setSection: [{ type: 'setSection', form: 'task', section: 'main', label: null, collapsed: true }],
  moveSection: [{ type: 'moveSection', form: 'task', section: 'second', index: 0 }],
  setPage: [short, { type: 'setPage', form: 'task', layout: 'short', keyFacts: ['name'] }],
  placeField: [short, place],
  addElement: [addNote],
  setElement: [
    addNote,
    { type: 'setElement', form: 'task', element: { type: 'heading', key: 'note', text: { en: 'Mind' } } },
  ],
  removeElement: [
    addNote,
    { type: 'setWidth', form: 'task', field: 'note', width: 2 },
    { type: 'moveField', form: 'task', field: 'note', section: 'main', index: 0 },
    { type: 'removeElement', form: 'task', element: 'note' },
  ],
  unplaceField: [
    short,
    place,
    { type: 'setWidth', form: 'task', layout: 'short', field: 'owner', width: 2 },
    { type: 'unplaceField', form: 'task', layout: 'short', field: 'owner' },
  ],
  putLayout: [short, { ...short, formLayout: { ...short.formLayout, key: 'first', print: true }, index: 0 }],
  removeLayout: [short, place, { type: 'removeLayout', form: 'task', formLayout: 'short' }],
  putRule: [rule, { ...rule, rule: { ...rule.rule, when: false } }],
  removeRule: [rule, { type: 'removeRule', form: 'task', rule: 'r' }],
  putConversion: [{ type: 'putConversion', form: 'task', conversion }],
  putPublicForm: [{ type: 'putPublicForm', form: 'task', publicForm }],
  removePublicForm: [
    { type: 'putPublicForm', form: 'task', publicForm },
    { type: 'removePublicForm', form: 'task', publicForm: 'page' },
  ],
  removeConversion: [
    { type: 'putConversion', form: 'task', conversion },
    { type: 'removeConversion', form: 'task', conversion: 'c' },
  ],
  moveConversion: [
    { type: 'putConversion', form: 'task', conversion },
    { type: 'putConversion', form: 'task', conversion: { ...conversion, key: 'd' } },
    { type: 'moveConversion', form: 'task', conversion: 'd', index: 0 },
  ],
  putView: [view],
  putWorkflow: [{ type: 'putWorkflow', workflow: aWorkflow({ form: 'task' }) }],
  putReport: [{ type: 'putReport', report: aReport({ form: 'task' }) }],
  putDashboard: [{ type: 'putDashboard', dashboard: { key: 'd', label: { en: 'D' }, widgets: [] } }],
  putRole: [{ type: 'putRole', role: aRole({ key: 'boss' }) }],
  putOptionSet: [
    {
      type: 'putOptionSet',
      optionSet: { key: 'o', label: { en: 'O' }, options: [{ key: 'a', label: { en: 'A' } }] },
    },
  ],
  removeDocument: [view, { type: 'removeDocument', kind: 'view', key: 'all' }],
  setNavigation: [{ type: 'setNavigation', navigation: [] }],
  setName: [{ type: 'setName', name: { en: 'Other' } }],
  setCurrency: [{ type: 'setCurrency', currency: 'EUR' }],
}

test.each(Object.entries(examples))('%s is taken back and done again', (type, list) => {
  expect(doAndUndo(begin(), list)).toContain(type)
  expect(applyEdits(begin(), list)).toHaveProperty('definition')
})
