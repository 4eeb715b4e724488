import { expect, test } from 'vitest'
import { keptChoice, keptMapping } from './kept-mapping.ts'

const columns = (...names: string[]) => names.map((name, column) => ({ column, name, samples: [] }))
const fields = (...keys: (string | null)[]) => keys.map((field, column) => ({ column, field }))

const before = { columns: columns('Name', 'Account', 'Note'), mapping: fields('name', 'account', null) }

test('a file with the same columns keeps what was changed, and the rest is suggested anew', () => {
  const after = {
    columns: columns('Name', 'Account', 'Note'),
    mapping: [
      { column: 0, field: 'name' },
      { column: 1, field: 'account', matchBy: 'code' },
      ...fields('x', 'x', 'need').slice(2),
    ],
  }
  expect(keptMapping(before, fields('name', 'account', 'remarks'), after)).toEqual([
    { column: 0, field: 'name' },
    { column: 1, field: 'account', matchBy: 'code' },
    { column: 2, field: 'remarks' },
  ])
  // No field is filled twice, and what was left out stays out.
  expect(keptMapping(before, fields('need', null, null), after)).toEqual(fields('need', null, null))
})

test('a file with other columns is matched anew', () => {
  const after = { columns: columns('Name', '客戶', 'Note'), mapping: fields(null, 'account', null) }
  expect(keptMapping(before, fields('need', 'account', 'name'), after)).toEqual(after.mapping)
  const shorter = { columns: columns('Name'), mapping: fields('name') }
  expect(keptMapping(before, fields('need', 'account', 'name'), shorter)).toEqual(shorter.mapping)
})

test('what nobody chose is suggested anew', () => {
  expect(keptChoice({ by: [] }, { by: [] }, { by: ['id'] })).toEqual({ by: ['id'] })
  expect(keptChoice({ by: [] }, { by: ['name'] }, { by: ['id'] })).toEqual({ by: ['name'] })
})
