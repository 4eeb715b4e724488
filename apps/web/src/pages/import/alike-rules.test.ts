import type { FormRights, ImportColumn } from '@pipewright/contract'
import type { Field, Form, MatchRule } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { comparedFields, standingAlike } from './alike-rules.ts'

const field = (type: 'text' | 'phone', key: string): Field => ({ type, key, label: { en: key } })
const rule = (key: string, as: 'company' | 'phone', sure?: 'possible'): MatchRule => ({
  compare: [{ fields: [key], as }],
  ...(sure === undefined ? {} : { sure }),
})
const form = (rules: [MatchRule, ...MatchRule[]] | []): Form => ({
  key: 'account',
  label: { en: 'Account' },
  labelPlural: { en: 'Accounts' },
  titleField: 'name',
  fields: [field('text', 'name'), field('phone', 'phone')],
  matching: { rules },
  layout: { sections: [] },
})
const may = (fields: FormRights['fields'], read = true) => ({ read, fields }) as FormRights
const all = may({ name: 'write', phone: 'write' })
const both: ImportColumn[] = [
  { column: 0, field: 'name' },
  { column: 1, field: 'phone' },
]
const account = form([rule('name', 'company'), rule('phone', 'phone')])

test('rows are compared by what stands in the file and may be read', () => {
  expect(comparedFields(account, all, both, 'create')).toEqual(['name', 'phone'])
  expect(comparedFields(account, all, both.slice(1), 'both')).toEqual(['phone'])
  expect(comparedFields(account, may({ name: 'write' }), both, 'create')).toEqual(['name'])
})

test('nothing is compared where rows make no records, nothing may be read, or nothing makes it likely', () => {
  expect(comparedFields(account, all, both, 'update')).toEqual([])
  expect(comparedFields(account, may(all.fields, false), both, 'create')).toEqual([])
  expect(comparedFields(account, undefined, both, 'create')).toEqual([])
  expect(comparedFields(form([rule('name', 'company', 'possible')]), all, both, 'create')).toEqual([])
  expect(comparedFields(form([]), all, both, 'create')).toEqual([])
})

test('what one may not do is asked instead', () => {
  expect(standingAlike({ there: 'update', twice: 'leave' }, false)).toEqual({ there: 'ask', twice: 'leave' })
  expect(standingAlike({ there: 'update', twice: 'leave' }, true)).toEqual({
    there: 'update',
    twice: 'leave',
  })
  expect(standingAlike(undefined, true)).toEqual({ there: 'ask', twice: 'ask' })
})
