import type { AppDefinition, Edit } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { aMoneyField, aSalesApp, aTextField, aView } from './builders.ts'
import { checkDefinition } from './check/check-definition.ts'
import { applyEdits } from './edits/apply-edit.ts'
import { itemKey } from './layout-items.ts'
import { mergeDefinitions } from './merge-definitions.ts'

const base = aSalesApp()
const form = 'opportunity'

function after(...list: Edit[]): AppDefinition {
  const result = applyEdits(base, list)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.definition
}
const addText = (key: string): Edit => ({
  type: 'addField',
  form,
  field: aTextField({ key }),
  section: 'main',
  index: 1,
  write: ['rep'],
  read: [],
})
const setAmount = (given: Parameters<typeof aMoneyField>[0]): Edit => ({
  type: 'setField',
  form,
  field: aMoneyField(given),
})

test('fields that both sides add stand side by side, with their rights', () => {
  const { definition, conflicts } = mergeDefinitions(base, after(addText('ours')), after(addText('theirs')))
  expect(conflicts).toEqual([])
  expect(checkDefinition(definition)).toEqual([])
  const items = definition.forms[1]?.layout.sections[0]?.items.map(itemKey)
  expect(items?.slice(0, 3).sort()).toEqual(['name', 'ours', 'theirs'])
  expect(definition.roles[0]?.forms[1]?.write).toEqual(expect.arrayContaining(['ours', 'theirs']))
})

test('different properties of one field come together; the same property is a conflict and stays ours', () => {
  const apart = mergeDefinitions(base, after(setAmount({ required: true })), after(setAmount({ max: '100' })))
  expect(apart.conflicts).toEqual([])
  expect(apart.definition.forms[1]?.fields).toContainEqual(aMoneyField({ required: true, max: '100' }))
  const both = mergeDefinitions(base, after(setAmount({ max: '50' })), after(setAmount({ max: '100' })))
  expect(both.conflicts).toMatchObject([
    { pointer: '/forms/opportunity/fields/amount/max', ours: '50', theirs: '100' },
  ])
  expect(both.definition.forms[1]?.fields).toContainEqual(aMoneyField({ max: '50' }))
})

test('a field that one side removes and the other changes is a conflict', () => {
  const removed = after({ type: 'removeField', form, field: 'due' })
  const { conflicts } = mergeDefinitions(
    base,
    removed,
    after({
      type: 'setField',
      form,
      field: { type: 'date', key: 'due', label: { en: 'Close' } },
    }),
  )
  expect(conflicts).toMatchObject([{ pointer: '/forms/opportunity/fields/due' }])
})

test('conditions are never mixed', () => {
  const filtered = (filter: AppDefinition['views'][number]['filter']): AppDefinition =>
    after({
      type: 'putView',
      view: {
        ...aView({ key: 'open', form, columns: ['name', 'account.industry', 'amount'] }),
        ...(filter !== undefined && { filter }),
      },
    })
  const { definition, conflicts } = mergeDefinitions(
    base,
    filtered({ eq: [{ var: 'stage' }, 'won'] }),
    filtered({ ne: [{ var: 'stage' }, 'won'] }),
  )
  expect(definition.views[0]?.filter).toEqual({ eq: [{ var: 'stage' }, 'won'] })
  expect(conflicts).toHaveLength(1)
})

test('a field moved to two sections stands in one of them', () => {
  const section = (key: string): Edit => ({
    type: 'addSection',
    form,
    section: { key, columns: 1, items: [] },
    index: 1,
  })
  const move = (name: string): Edit => ({ type: 'moveField', form, field: 'due', section: name, index: 0 })
  const { definition, conflicts } = mergeDefinitions(
    base,
    after(section('a'), move('a')),
    after(section('b'), move('b')),
  )
  expect(conflicts).toHaveLength(1)
  expect(checkDefinition(definition)).toEqual([])
  expect(definition.forms[1]?.layout.sections.find(({ key }) => key === 'a')?.items).toEqual([
    { field: 'due' },
  ])
})

test('what one side removes and the other begins to use is a problem of the result', () => {
  const removed = after({ type: 'removeField', form, field: 'due' })
  const used = after({ type: 'putView', view: aView({ key: 'late', form, columns: ['due'] }) })
  expect(mergeDefinitions(base, removed, used).problems).toMatchObject([{ code: 'unknown-field' }])
})

test('an order that one side changed is kept although the other changed something else', () => {
  const moved = after({ type: 'moveField', form, field: 'due', index: 0 })
  const { definition } = mergeDefinitions(
    base,
    after({ type: 'setWidth', form, field: 'name', width: 2 }),
    moved,
  )
  expect(definition.forms[1]?.layout.sections[0]?.items.slice(0, 2)).toEqual([
    { field: 'due' },
    { field: 'name', width: 2 },
  ])
})
