import { expect, test } from 'vitest'
import { mayImport } from './may-import.ts'

const none = {
  create: false,
  read: true,
  update: false,
  delete: false,
  purge: false,
  import: false,
  export: false,
  fields: {},
}

test.each([
  ['nothing', {}, false],
  ['importing alone', { import: true }, false],
  ['importing and making', { import: true, create: true }, true],
  ['importing and changing', { import: true, update: true }, true],
  ['making and changing without importing', { create: true, update: true }, false],
])('who may do %s', (_what, rights, may) => {
  expect(mayImport({ ...none, ...rights })).toBe(may)
})

test('a form that does not exist for somebody takes nothing in', () => {
  expect(mayImport(undefined)).toBe(false)
})
