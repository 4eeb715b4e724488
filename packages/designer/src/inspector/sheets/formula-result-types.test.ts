import { BOOLEAN, DATE, MEMBER_FORM, NUMBER, TEXT, listOf, recordOf, type ValueType } from '@pipewright/logic'
import { aFormulaField } from '@pipewright/metadata/builders'
import type { FormulaField } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { changesForType, offeredFor, resultChanges } from './formula-result-types.ts'

const options = [{ key: 'hot', label: { en: 'Hot' } }]

test.each<[ValueType, Partial<FormulaField>, object]>([
  [NUMBER, { resultType: 'percent' }, { resultType: 'percent' }],
  [NUMBER, { resultType: 'text' }, { resultType: 'number', scale: 2 }],
  [TEXT, { resultType: 'choice', options }, { resultType: 'choice' }],
  [TEXT, { resultType: 'number' }, { resultType: 'text', scale: undefined }],
  [listOf(TEXT), { resultType: 'choice', options }, { resultType: 'multiChoice' }],
  [DATE, { resultType: 'choice', options }, { resultType: 'date', options: undefined }],
  [BOOLEAN, {}, { resultType: 'yesNo' }],
  [recordOf(MEMBER_FORM), {}, { resultType: 'member', resultForm: undefined }],
  [recordOf('account'), {}, { resultType: 'relation', resultForm: 'account' }],
])('a value of %j in a field of %j is shown as %j', (type, given, expected) => {
  expect(changesForType(aFormulaField(given), type)).toMatchObject(expected)
})

test('options stay as long as they mean something', () => {
  const field = aFormulaField({ resultType: 'choice', options })
  expect(changesForType(field, TEXT)).not.toHaveProperty('options')
  expect(changesForType(field, listOf(TEXT))).not.toHaveProperty('options')
})

test('a text can be one of several options, a list several of them', () => {
  expect(offeredFor(TEXT)).toContain('choice')
  expect(offeredFor(listOf(TEXT))).toEqual(['multiChoice'])
  expect(
    resultChanges(aFormulaField({ resultType: 'money', currency: 'CNY' }), 'choice', TEXT),
  ).toMatchObject({
    currency: undefined,
    scale: undefined,
  })
})
