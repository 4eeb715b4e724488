import type { Edit } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import {
  aChoiceField,
  aForm,
  aLineItemsField,
  aMoneyField,
  anApp,
  aRight,
  aSalesApp,
  aTextField,
  aView,
} from '../builders.ts'
import { checkDefinition } from '../check/check-definition.ts'
import { diffDefinitions } from '../diff/diff-definitions.ts'
import { applyEdit, applyEdits, checkRetired } from './apply-edit.ts'
import type { EditResult } from './edit-spec.ts'

function made(result: EditResult) {
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result
}
const codesOf = (result: EditResult): string[] =>
  'problems' in result ? result.problems.map(({ code, pointer }) => `${code} ${pointer}`) : []

const addPriority: Edit = {
  type: 'addField',
  form: 'opportunity',
  field: aChoiceField({ key: 'priority' }),
  section: 'main',
  index: 1,
  write: ['rep'],
  read: [],
}

test('a new field gets its place and its rights', () => {
  const { definition } = made(applyEdit(aSalesApp(), addPriority))
  expect(definition.forms[1]?.layout.sections[0]?.items[1]).toEqual({ field: 'priority' })
  expect(definition.roles[0]?.forms[1]?.write).toContain('priority')
  expect(checkDefinition(definition)).toEqual([])
})

test('a field that is used elsewhere stays, and the uses are named', () => {
  const result = applyEdit(aSalesApp(), { type: 'removeField', form: 'account', field: 'industry' })
  expect(result).toMatchObject({
    problems: [
      {
        code: 'in-use',
        params: { what: 'industry', uses: [{ kind: 'viewColumn', document: { kind: 'view', key: 'open' } }] },
      },
    ],
  })
})

test('a removed field leaves layout and rights, and its key is retired', () => {
  const before = aSalesApp({ views: [] })
  const { definition } = made(applyEdit(before, { type: 'removeField', form: 'account', field: 'industry' }))
  expect(definition.retired).toEqual(['account.industry'])
  expect(JSON.stringify(definition.forms[0])).not.toContain('industry')
  expect(definition.roles[0]?.forms[0]?.write).toEqual(['name'])
  expect(checkDefinition(definition)).toEqual([])
  const again = applyEdit(definition, {
    ...addPriority,
    form: 'account',
    field: aTextField({ key: 'industry' }),
  })
  expect(codesOf(again)).toEqual(['retired-key /forms/0/fields/1/key'])
})

test('a field that was never published frees its key when its adding is undone', () => {
  const { definition, inverse } = made(applyEdit(aSalesApp(), addPriority))
  const undone = made(applyEdits(definition, inverse))
  expect(undone.definition.retired).toEqual([])
  expect(made(applyEdit(undone.definition, addPriority)).definition).toEqual(definition)
})

test('a published key that is gone must be retired', () => {
  const published = aSalesApp({ views: [] })
  const unmarked = made(
    applyEdit(published, { type: 'removeField', form: 'account', field: 'industry', neverPublished: true }),
  )
  expect(checkRetired(published, unmarked.definition)).toMatchObject([
    { code: 'not-retired', params: { key: 'account.industry' } },
  ])
  const marked = made(applyEdit(published, { type: 'removeField', form: 'account', field: 'industry' }))
  expect(checkRetired(published, marked.definition)).toEqual([])
})

test('a form goes with its rights and menu entry, not while others use it', () => {
  expect(codesOf(applyEdit(aSalesApp(), { type: 'removeForm', form: 'account' }))).toEqual(['in-use /form'])
  const { definition, inverse } = made(
    applyEdit(aSalesApp({ views: [] }), { type: 'removeForm', form: 'opportunity' }),
  )
  expect(definition.retired).toEqual(['opportunity', 'opportunity.items'])
  expect(definition.roles[0]?.forms).toHaveLength(1)
  expect(definition.navigation[0]?.items).toEqual([])
  expect(made(applyEdits(definition, inverse)).definition).toEqual(aSalesApp({ views: [] }))
})

test('an option that a condition names cannot go', () => {
  const definition = anApp({
    forms: [aForm({ fields: [aTextField(), aChoiceField()] })],
    views: [aView({ filter: { eq: [{ var: 'stage' }, 'won'] } })],
  })
  const options = [{ key: 'open', label: { en: 'Open' } }]
  const result = applyEdit(definition, { type: 'setField', form: 'lead', field: aChoiceField({ options }) })
  expect(codesOf(result)).toEqual(['in-use /field/options'])
})

test.each([
  ['a form', { type: 'setForm', form: 'none', changes: {} }, 'unknown-target /form'],
  ['a field', { type: 'moveField', form: 'account', field: 'none', index: 0 }, 'unknown-target /field'],
  ['a position', { type: 'moveField', form: 'account', field: 'name', index: 9 }, 'out-of-range /index'],
  [
    'another type',
    { type: 'setField', form: 'account', field: aChoiceField({ key: 'name' }) },
    'type-changed /field/type',
  ],
  ['the last section', { type: 'removeSection', form: 'account', section: 'main' }, 'last-section /section'],
  ['a taken key', { ...addPriority, field: aTextField() }, 'key-taken /field/key'],
  ['a role', { ...addPriority, write: ['none'] }, 'unknown-target /write/0'],
  ['a view of nothing', { type: 'putView', view: aView({ form: 'none' }) }, 'unknown-form /views/1/form'],
  [
    'a right elsewhere',
    { type: 'addForm', form: aForm(), rights: [{ role: 'rep', right: aRight({ form: 'account' }) }] },
    'unknown-form /rights/0/right/form',
  ],
] satisfies [string, Edit, string][])('an edit that does not fit is refused: %s', (_, edit, code) => {
  expect(codesOf(applyEdit(aSalesApp(), edit))).toEqual([code])
})

test('an undo that would overwrite what somebody else did is refused', () => {
  const removed = made(
    applyEdit(aSalesApp({ views: [] }), { type: 'removeField', form: 'account', field: 'industry' }),
  )
  const meanwhile = made(
    applyEdit(removed.definition, { type: 'setForm', form: 'account', changes: { icon: 'bank' } }),
  )
  expect(codesOf(applyEdits(meanwhile.definition, removed.inverse))).toEqual(['changed-meanwhile /forms/0'])
})

test('totals of a column go with it, and come back with it', () => {
  const items = aLineItemsField({
    totals: [
      { field: 'price', functions: ['avg'] },
      { field: 'amount', functions: ['count'] },
    ],
    fields: [aMoneyField({ key: 'price' }), aMoneyField({ key: 'amount' })],
  })
  const before = anApp({ forms: [aForm({ key: 'order', fields: [aTextField(), items] })] })
  const { definition, inverse } = made(
    applyEdit(before, { type: 'removeField', form: 'order', lineItems: 'items', field: 'price' }),
  )
  expect(definition.forms[0]?.fields[1]).toMatchObject({
    totals: [{ field: 'amount', functions: ['count'] }],
  })
  expect(made(applyEdits(definition, inverse)).definition.forms).toEqual(before.forms)
})

test('a column that is removed leaves the paper it is printed on, which the review tells', () => {
  const lines = aLineItemsField({
    key: 'lines',
    fields: [aTextField({ key: 'a' }), aTextField({ key: 'b' })],
  })
  const onPaper = (columns?: string[]) => ({
    sections: [
      { key: 'main', columns: 1 as const, items: [{ field: 'lines', ...(columns && { columns }) }] },
    ],
  })
  const paper = (columns?: string[]) => ({
    key: 'paper',
    label: { en: 'Paper' },
    print: true,
    layout: onPaper(columns),
  })
  const before = anApp({
    forms: [
      aForm({
        fields: [aTextField(), lines],
        layouts: [paper(['a', 'b']), { ...paper(['a']), key: 'slip' }],
      }),
    ],
  })
  expect(checkDefinition(before)).toEqual([])
  const done = made(applyEdit(before, { type: 'removeField', form: 'lead', lineItems: 'lines', field: 'a' }))
  expect(done.definition.forms[0]?.layouts).toEqual([paper(['b']), { ...paper(), key: 'slip' }])
  expect(checkDefinition(done.definition)).toEqual([])
  const changes = diffDefinitions(before, done.definition)
  expect(changes.filter(({ type }) => type === 'formLayoutChanged')).toHaveLength(2)
  expect(made(applyEdits(done.definition, done.inverse)).definition).toEqual(before)
})
