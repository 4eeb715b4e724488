import type { AppDefinition, Edit, LayoutElement } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { aForm, anApp, aRelationField, aReport, aTextField, aWorkflow } from '../builders.ts'
import { checkDefinition } from '../check/check-definition.ts'
import { diffDefinitions } from '../diff/diff-definitions.ts'
import { applyEdit, applyEdits } from '../edits/apply-edit.ts'
import { splitPlaceholders } from '../placeholders.ts'
import { elementName } from './index.ts'

const fields = [aTextField(), aTextField({ key: 'city' })]
const app = (...elements: LayoutElement[]): AppDefinition => {
  const lead = aForm({ fields })
  const [main] = lead.layout.sections
  const items = [...(main?.items ?? []), ...elements.map((element) => ({ element }))]
  const visit = aForm({ key: 'visit', fields: [aTextField(), aRelationField({ key: 'lead', form: 'lead' })] })
  return anApp({
    forms: [{ ...lead, layout: { sections: [{ key: 'main', columns: 2, items }] } }, visit],
    reports: [aReport({ key: 'visits', form: 'visit' })],
  })
}
const codes = (definition: AppDefinition) =>
  checkDefinition(definition).map(({ code, pointer }) => `${code} ${pointer}`)
const at = '/forms/0/layout/sections/0/items/2/element'

test('an app with every type of element is well', () => {
  const all = app(
    { type: 'heading', key: 'head', text: { en: 'About {{name}}' }, when: { '!=': [{ var: 'city' }, null] } },
    { type: 'text', key: 'help', html: { en: '<p>{{city}} by {{owner}}</p>' } },
    { type: 'divider', key: 'line' },
    { type: 'image', key: 'plan', alt: { en: 'Plan' } },
    { type: 'report', key: 'figures', report: 'visits', recordField: 'lead' },
    { type: 'relatedList', key: 'visits', list: { form: 'visit', field: 'lead', columns: ['name'] } },
    { type: 'figures', key: 'values', fields: ['name', 'city'] },
    { type: 'completeness', key: 'gaps', fields: ['name', 'city'] },
    { type: 'tasks', key: 'to_do' },
    { type: 'files', key: 'attached', related: true },
    {
      type: 'button',
      key: 'go',
      label: { en: 'Go' },
      actions: [
        { type: 'set', values: { city: { var: 'name' } } },
        { type: 'create', form: 'visit', values: { lead: { var: 'id' } } },
        { type: 'open', url: 'https://example.com/{{name}}' },
      ],
    },
  )
  expect(codes(all)).toEqual([])
})

test.each<[string, LayoutElement, string]>([
  [
    'a field that is not there',
    { type: 'text', key: 'e', html: { en: '{{gone}}' } },
    `unknown-field ${at}/html/en`,
  ],
  [
    'a value nobody fills in',
    { type: 'completeness', key: 'e', fields: ['city', 'owner'] },
    `unsuitable-field ${at}/fields/1`,
  ],
  ['an unknown report', { type: 'report', key: 'e', report: 'gone' }, `unknown-report ${at}/report`],
  [
    'a relation to another form',
    { type: 'report', key: 'e', report: 'visits', recordField: 'name' },
    `unsuitable-field ${at}/recordField`,
  ],
  [
    'a conversion that is not there',
    {
      type: 'button',
      key: 'e',
      label: { en: 'Go' },
      actions: [{ type: 'convert', conversion: 'gone' }],
    },
    `unknown-target ${at}/actions/0/conversion`,
  ],
  [
    'a field that cannot be set',
    { type: 'button', key: 'e', label: { en: 'Go' }, actions: [{ type: 'set', values: { owner: null } }] },
    `unsuitable-field ${at}/actions/0/values/owner`,
  ],
  [
    'a list of records that do not point here',
    { type: 'relatedList', key: 'e', list: { form: 'visit', field: 'name' } },
    `unsuitable-field ${at}/list/field`,
  ],
  [
    'a figure that is not there',
    { type: 'figures', key: 'e', fields: ['gone'] },
    `unknown-field ${at}/fields/0`,
  ],
  ['the key of a field', { type: 'divider', key: 'city' }, `key-taken ${at}/key`],
  [
    'a condition on an unknown field',
    { type: 'divider', key: 'e', when: { '==': [{ var: 'gone' }, 1] } },
    `unknown-field ${at}/when/==/0/var`,
  ],
])('%s is named at its place', (_, element, expected) => {
  expect(codes(app(element))).toContain(expected)
})

test('a field whose value stands in a text is not removed behind its back', () => {
  const removing: Edit = { type: 'removeField', form: 'lead', field: 'city' }
  const result = applyEdit(app({ type: 'text', key: 'e', html: { en: '<p>{{city}}</p>' } }), removing)
  expect(result).toMatchObject({ problems: [{ code: 'in-use' }] })
})

test('a rule names only elements that are there', () => {
  const [lead, ...others] = app({ type: 'divider', key: 'line' }).forms
  const hide = { type: 'hide' as const, elements: ['line', 'gone'] }
  const rules = [{ key: 'r', label: { en: 'Hide' }, when: true, effects: [hide] }]
  const forms = [{ ...aForm({ fields }), ...lead, rules }, ...others]
  expect(codes({ ...app(), forms })).toEqual(['unknown-target /forms/0/rules/0/effects/0/elements/1'])
})

test('what was added, changed and removed is told', () => {
  const before = app({ type: 'divider', key: 'line' }, { type: 'heading', key: 'h', text: { en: 'A' } })
  const after = app({ type: 'heading', key: 'h', text: { en: 'B' } }, { type: 'divider', key: 'other' })
  expect(diffDefinitions(before, after).map(({ type }) => type)).toEqual([
    'elementAdded',
    'elementRemoved',
    'elementChanged',
  ])
})

test('a text is known by its first words', () => {
  expect(elementName({ type: 'text', key: 'e', html: { en: '<p>Call <b>{{name}}</b></p>' } })).toEqual({
    en: 'Call …',
  })
  expect(elementName({ type: 'divider', key: 'e' })).toEqual({ en: 'Divider', zh: '分隔线' })
})

test('placeholders are cut out, and what is none stays text', () => {
  expect(splitPlaceholders('Dear {{ name }}, {{Not}} {{__proto__}}')).toEqual([
    { text: 'Dear ' },
    { field: 'name' },
    { text: ', {{Not}} {{__proto__}}' },
  ])
})

test('what a button does, and an element that a rule acts on, is not removed without saying where', () => {
  const go: LayoutElement = {
    type: 'button',
    key: 'go',
    label: { en: 'Go' },
    actions: [
      { type: 'convert', conversion: 'win' },
      { type: 'submit', workflow: 'check' },
    ],
  }
  const bare = app(go)
  const [lead, ...others] = bare.forms
  if (lead === undefined) throw new Error('no form')
  const label = { en: 'Hide it' }
  const whole: AppDefinition = {
    ...bare,
    workflows: [aWorkflow({ key: 'check', form: 'lead' })],
    forms: [
      {
        ...lead,
        conversions: [{ key: 'win', label, creates: [{ key: 'visit', form: 'visit', values: {} }] }],
        rules: [{ key: 'r', label, when: true, effects: [{ type: 'hide', elements: ['go'] }] }],
      },
      ...others,
    ],
  }
  expect(codes(whole)).toEqual([])
  const refusal = (edit: Edit) => {
    const result = applyEdit(whole, edit)
    return 'problems' in result ? result.problems.map(({ code, params }) => [code, params]) : 'done'
  }
  const inForm = { document: { kind: 'form', key: 'lead' } }
  const byButton = { uses: [{ ...inForm, kind: 'element', label: { en: 'Go' }, pointer: at }] }
  expect(refusal({ type: 'removeConversion', form: 'lead', conversion: 'win' })).toMatchObject([
    ['in-use', byButton],
  ])
  expect(refusal({ type: 'removeDocument', kind: 'workflow', key: 'check' })).toMatchObject([
    ['in-use', byButton],
  ])
  expect(refusal({ type: 'removeElement', form: 'lead', element: 'go' })).toMatchObject([
    ['in-use', { uses: [{ ...inForm, kind: 'rule', label }] }],
  ])

  // By choice the buttons go with it: one that does more keeps the rest, one that does nothing else is taken away.
  const remove: Edit = { type: 'removeConversion', form: 'lead', conversion: 'win', withButtons: true }
  const changed = applyEdit(whole, remove)
  if ('problems' in changed) throw new Error(JSON.stringify(changed.problems))
  expect(codes(changed.definition)).toEqual([])
  expect(changed.definition.forms[0]?.conversions).toEqual([])
  const buttons = (definition: AppDefinition) =>
    definition.forms[0]?.layout.sections.flatMap(({ items }) =>
      items.flatMap((item) =>
        'element' in item && item.element.type === 'button' ? [item.element.actions] : [],
      ),
    )
  expect(buttons(changed.definition)).toEqual([[{ type: 'submit', workflow: 'check' }]])
  expect(applyEdits(changed.definition, changed.inverse)).toMatchObject({ definition: whole })

  const [first, ...rest] = whole.forms
  if (first === undefined) throw new Error('no form')
  const alone = app({ ...go, actions: [{ type: 'convert', conversion: 'win' }] }).forms[0]!.layout
  const lonely = (rules: typeof first.rules) => ({
    ...whole,
    forms: [{ ...first, layout: alone, ...(rules !== undefined && { rules }) }, ...rest],
  })
  const told = applyEdit(lonely(first.rules), remove)
  expect('problems' in told && told.problems).toMatchObject([
    { code: 'in-use', params: { uses: [{ kind: 'rule', label }] } },
  ])
  const gone = applyEdit(lonely([]), remove)
  if ('problems' in gone) throw new Error(JSON.stringify(gone.problems))
  expect(buttons(gone.definition)).toEqual([])
  expect(codes(gone.definition)).toEqual([])
})

test('a public form shows only elements that are there and are for everybody, and holds on to them', () => {
  const withPage = (key: string): AppDefinition => {
    const [lead, ...others] = app(
      { type: 'divider', key: 'line' },
      { type: 'report', key: 'figures', report: 'visits' },
    ).forms
    const page = { key: 'page', label: { en: 'Page' }, fields: [{ field: 'name' }], elements: [key] }
    if (lead === undefined) throw new Error('there is a form')
    return { ...app(), forms: [{ ...lead, publicForms: [page] }, ...others] }
  }
  const place = '/forms/0/publicForms/0/elements/0'
  expect(codes(withPage('line'))).toEqual([])
  expect(codes(withPage('gone'))).toEqual([`unknown-target ${place}`])
  expect(codes(withPage('figures'))).toEqual([`unknown-target ${place}`])
  const removed = applyEdit(withPage('line'), { type: 'removeElement', form: 'lead', element: 'line' })
  expect(removed).toMatchObject({
    problems: [{ code: 'in-use', params: { uses: [{ kind: 'publicForm', pointer: place }] } }],
  })
})
