import type { Field } from '@pipewright/schemas'
import { expect, test } from 'vitest'
import { aForm, anApp, aTextField } from '../builders.ts'
import { applyEdit } from '../edits/apply-edit.ts'
import { checkDefinition } from './check-definition.ts'

const option = (key: string, parents?: string[]) => ({
  key,
  label: { en: key },
  ...(parents === undefined ? {} : { parents }),
})
const choice = (key: string, more: object = {}): Field =>
  ({ type: 'choice', key, label: { en: key }, options: [option('a'), option('b')], ...more }) as Field
const app = (...fields: Field[]) => anApp({ forms: [aForm({ fields: [aTextField(), ...fields] })] })
const codes = (...fields: Field[]) =>
  checkDefinition(app(...fields)).map(({ code, pointer }) => `${code} ${pointer}`)
const below = (on: string, ...parents: string[]) => ({ dependsOn: on, options: [option('x', parents)] })

test('options may belong to options of another choice', () => {
  expect(codes(choice('one'), choice('two', below('one', 'a', 'b')))).toEqual([])
})

test.each([
  [
    'a field that is not there',
    [choice('two', below('nowhere', 'a'))],
    'unknown-field /forms/0/fields/1/dependsOn',
  ],
  [
    'a field without options',
    [choice('two', below('name', 'a'))],
    'unsuitable-field /forms/0/fields/1/dependsOn',
  ],
  [
    'an option that is not there',
    [choice('one'), choice('two', below('one', 'c'))],
    'unknown-option /forms/0/fields/2/dependsOn',
  ],
  ['itself', [choice('one', { dependsOn: 'one' })], 'cycle /forms/0/fields/1/dependsOn'],
])('not to %s', (_, fields, problem) => expect(codes(...fields)).toContain(problem))

test('a circle is told at each field of it', () => {
  const found = codes(choice('one', { dependsOn: 'two' }), choice('two', { dependsOn: 'one' }))
  expect(found).toEqual(['cycle /forms/0/fields/1/dependsOn', 'cycle /forms/0/fields/2/dependsOn'])
})

test('an option that others belong to is in use', () => {
  const definition = app(choice('one'), choice('two', below('one', 'b')))
  const without = (key: string) => choice('one', { options: [option(key)] })
  const form = definition.forms[0]?.key ?? ''
  expect(applyEdit(definition, { type: 'setField', form, field: without('b') })).toHaveProperty('definition')
  expect(applyEdit(definition, { type: 'setField', form, field: without('a') })).toMatchObject({
    problems: [{ code: 'in-use', params: { what: 'b' } }],
  })
})
