import { type Field, isField } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { aForm, anApp, aTextField } from '../builders.ts'
import { checkDefinition } from '../check/check-definition.ts'
import { operatorsOf, valueKindOf } from '../field-value.ts'
import { fieldTypes } from './index.ts'

const types = Object.keys(fieldTypes) as Field['type'][]

test.each(types)('a new %s is complete', (type) => {
  const label = { en: 'New', zh: '新建' }
  const field = fieldTypes[type].create('new_one', label, {
    form: 'lead',
    relation: 'parent',
    path: 'parent.name',
  })
  expect(field).toMatchObject({ type, key: 'new_one', label })
  expect(isField(field)).toBe(true)
  const parent: Field = { type: 'relation', key: 'parent', label, form: 'lead' }
  expect(checkDefinition(anApp({ forms: [aForm({ fields: [aTextField(), parent, field] })] }))).toEqual([])
})

test('every type is described in both languages', () => {
  for (const spec of Object.values(fieldTypes))
    for (const text of [spec.label, spec.description]) {
      expect(text.en).toMatch(/[a-z]/)
      expect(text.zh).toMatch(/\p{Script=Han}/u)
    }
})

test('a calculated field acts as its result', () => {
  const field: Field = { type: 'formula', key: 'f', label: { en: 'F' }, expression: 1, resultType: 'date' }
  expect(valueKindOf(field)).toBe('date')
  expect(operatorsOf(field)).toContain('between')
  expect(operatorsOf({ ...field, resultType: 'text' })).toContain('contains')
})

test('a formula that reads the clock has no column', () => {
  const formula = {
    ...fieldTypes.formula.create('f', { en: 'F' }),
    expression: { dateDiff: [{ today: [] }, { var: 'due' }] },
  }
  expect(fieldTypes.formula.stored(formula)).toBe(false)
  expect(fieldTypes.formula.stored({ ...formula, expression: { var: 'due' } })).toBe(true)
})
