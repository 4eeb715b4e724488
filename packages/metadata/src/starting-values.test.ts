import type { Form } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { aChoiceField, aForm, aTextField, anApp } from './builders.ts'
import { checkDefinition } from './check/check-definition.ts'
import { applyEdit } from './edits/apply-edit.ts'

const option = (key: string) => ({ key, label: { en: key } })
const label = { en: 'Trade fair' }
const lead = (start: Form['start'] = {}) =>
  aForm({
    typeField: 'kind',
    fields: [
      aTextField(),
      aTextField({ key: 'city' }),
      aTextField({ key: 'note' }),
      aChoiceField({ key: 'kind', options: [option('fresh'), option('renewal')] }),
    ],
    start,
  })
const account = aForm({ key: 'account', fields: [aTextField(), aTextField({ key: 'city' })] })
const app = anApp({
  forms: [
    lead({
      types: [{ key: 'renewal', values: { note: { var: 'city' } } }],
      from: [{ form: 'account', fields: [{ from: 'city', to: 'note' }] }],
      last: ['note', 'city'],
      presets: [{ key: 'fair', label, values: { note: 'Fair', kind: 'fresh' } }],
    }),
    account,
  ],
})

const codes = (start: Form['start']) =>
  checkDefinition(anApp({ forms: [lead(start), account] })).map(({ code, pointer }) => `${code} ${pointer}`)

test('a field goes with what it starts with, and comes back with it', () => {
  const removed = applyEdit(app, { type: 'removeField', form: 'lead', field: 'note' })
  if ('problems' in removed) throw new Error(JSON.stringify(removed.problems))
  expect(removed.definition.forms[0]?.start).toEqual({
    types: [{ key: 'renewal', values: {} }],
    from: [],
    last: ['city'],
    presets: [{ key: 'fair', label, values: { kind: 'fresh' } }],
  })
  expect(checkDefinition(removed.definition)).toEqual([])
  const back = removed.inverse.reduce((now, edit) => {
    const result = applyEdit(now, edit)
    if ('problems' in result) throw new Error(JSON.stringify(result.problems))
    return result.definition
  }, removed.definition)
  expect(back).toEqual(app)
})

test.each([
  ['the field that others start from', { type: 'removeField', form: 'account', field: 'city' }],
  ['the field that a starting value is made of', { type: 'removeField', form: 'lead', field: 'city' }],
  ['the form that records come from', { type: 'removeForm', form: 'account' }],
] as const)('is in the way of removing %s, and says where', (_, edit) => {
  const result = applyEdit(app, edit)
  const uses =
    'problems' in result ? result.problems.flatMap(({ params }) => ('uses' in params ? params.uses : [])) : []
  expect(uses).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'start' })]))
})

test.each<[string, Form['start'], string]>([
  [
    'a type that is no option',
    { types: [{ key: 'gone', values: {} }] },
    'unknown-option /forms/0/start/types/0/key',
  ],
  ['a field that is none', { last: ['gone'] }, 'unknown-field /forms/0/start/last/0'],
  [
    'the same type twice',
    {
      types: [
        { key: 'fresh', values: {} },
        { key: 'fresh', values: {} },
      ],
    },
    'listed-twice /forms/0/start/types/1',
  ],
  [
    'a field of the other form that is none',
    { from: [{ form: 'account', fields: [{ from: 'gone', to: 'note' }] }] },
    'unknown-field /forms/0/start/from/0/fields/0/from',
  ],
])('refuses %s', (_, start, problem) => {
  expect(codes(start)).toContain(problem)
})
