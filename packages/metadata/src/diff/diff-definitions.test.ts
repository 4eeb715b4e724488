import type { AppDefinition, Edit } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { aChoiceField, aForm, aMoneyField, aRight, aSalesApp, aTextField, aView } from '../builders.ts'
import { applyEdits } from '../edits/apply-edit.ts'
import { describeChange } from '../texts/index.ts'
import { diffDefinitions } from './diff-definitions.ts'
import { movedItems } from './moved-items.ts'

function after(...list: Edit[]): AppDefinition {
  const result = applyEdits(aSalesApp(), list)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.definition
}
const sentences = (definition: AppDefinition, locale: 'en' | 'zh'): string[] =>
  diffDefinitions(aSalesApp(), definition).map((change) => describeChange(change, locale))

const priority = aChoiceField({ key: 'priority', label: { en: 'Priority', zh: '优先级' } })
const form = 'opportunity'

test.each([
  [
    [{ type: 'addField', form, field: priority, section: 'main', index: 0, write: ['rep'], read: [] }],
    ['Added the single choice “Priority” to Opportunity, section Details'],
    ['在“opportunity”的“详情”分组中添加了单选“优先级”'],
  ],
  [
    [
      {
        type: 'addField',
        form,
        lineItems: 'items',
        field: aMoneyField({ key: 'cost', label: { en: 'Cost', zh: '成本' } }),
        index: 0,
        write: [],
        read: ['rep'],
      },
    ],
    ['Added the money field “Cost” to “Items” of Opportunity'],
    ['在“opportunity”的明细表“items”中添加了金额“成本”'],
  ],
  [
    [{ type: 'setField', form, field: aMoneyField({ required: true }) }],
    ['Made “Amount” in Opportunity required'],
    ['将“opportunity”中的“amount”设为必填'],
  ],
  [
    [{ type: 'setField', form, field: aTextField({ label: { en: 'Title', zh: '标题' } }) }],
    ['Renamed “Name” in Opportunity to “Title”'],
    ['将“opportunity”中的“name”改名为“标题”'],
  ],
  [
    [
      {
        type: 'setField',
        form,
        field: aChoiceField({
          options: [
            { key: 'open', label: { en: 'Open', zh: 'open' } },
            { key: 'new', label: { en: 'New', zh: '新建' } },
          ],
        }),
      },
    ],
    ['Changed options of “Stage” in Opportunity (added “New”, removed “Won” and “Lost”)'],
    ['修改了“opportunity”中的“stage”的选项（添加了“新建”，删除了“won”、“lost”）'],
  ],
  [
    [{ type: 'moveField', form, field: 'amount', index: 0 }],
    ['Moved “Amount” in Opportunity, section Details'],
    ['将“amount”移动到“opportunity”的“详情”分组'],
  ],
  [
    [
      { type: 'removeDocument', kind: 'view', key: 'open' },
      { type: 'removeField', form: 'account', field: 'industry' },
    ],
    ['Removed the single choice “Industry” from Account', 'Removed the view “Open”'],
    ['从“account”中删除了单选“industry”', '删除了视图“open”'],
  ],
  [
    [{ type: 'addForm', form: aForm(), rights: [{ role: 'rep', right: aRight() }] }],
    ['Added the form “Lead”'],
    ['添加了表单“lead”'],
  ],
  [
    [{ type: 'putView', view: aView({ key: 'open', form, columns: ['name'] }) }],
    ['Changed the view “Open”'],
    ['修改了视图“open”'],
  ],
  [
    [
      { type: 'setWidth', form, field: 'name', width: 2 },
      { type: 'setPage', form, keyFacts: ['amount'] },
    ],
    ['Changed width of fields and key facts of Opportunity'],
    ['修改了“opportunity”的字段宽度、关键信息'],
  ],
] satisfies [Edit[], string[], string[]][])(
  'edits %# are told as a builder would',
  (list, english, chinese) => {
    expect(sentences(after(...list), 'en')).toEqual(english)
    expect(sentences(after(...list), 'zh')).toEqual(chinese)
  },
)

test('equal definitions do not differ', () => {
  expect(diffDefinitions(aSalesApp(), aSalesApp())).toEqual([])
})

test('one item that changed its place is one move, not a shift of all the others', () => {
  expect(movedItems(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])).toEqual(['d'])
  expect(movedItems(['a', 'b', 'c'], ['x', 'a', 'c'])).toEqual([])
})

test('conversions in another order are one change', () => {
  const conversion = (key: string) => ({
    key,
    label: { en: key },
    creates: [{ key: 's', form: 'account', values: {} }],
  })
  const put = (key: string): Edit => ({ type: 'putConversion', form, conversion: conversion(key) })
  const both = after(put('one'), put('two'))
  const moved = after(put('one'), put('two'), {
    type: 'moveConversion',
    form,
    conversion: 'two',
    index: 0,
  })
  const told = diffDefinitions(both, moved).map((change) => describeChange(change, 'en'))
  expect(told).toEqual(['Changed the order of the conversions of Opportunity'])
})

test('rights that come with a new field are not told apart; other rights are', () => {
  const app = aSalesApp()
  const hidden = {
    ...app,
    roles: app.roles.map((role) => ({
      ...role,
      forms: role.forms.map((right) => ({
        ...right,
        write: right.write.filter((path) => path !== 'amount'),
      })),
    })),
  }
  expect(diffDefinitions(app, hidden).map((change) => describeChange(change, 'en'))).toEqual([
    'Changed the role “Rep”',
  ])
})
