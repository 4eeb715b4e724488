import type { Import } from '@pipewright/contract'
import { expect, test } from 'vitest'
import { presetColumns, withPreset } from './match-preset.ts'

const job = {
  columns: [
    { column: 0, name: 'Deal', samples: [] },
    { column: 1, name: 'ＣＯＳＴ ', samples: [] },
    { column: 2, name: 'New', samples: [] },
  ],
} as unknown as Import

test('a match is kept by the names of columns and without what was settled for one file', () => {
  const picks = [{ text: 'Ann', record: 'x' }]
  expect(presetColumns(job, [{ column: 0, field: 'account', matchBy: 'code', picks }])).toEqual([
    { name: 'Deal', field: 'account', matchBy: 'code' },
    { name: 'ＣＯＳＴ ', field: null },
    { name: 'New', field: null },
  ])
})

test('a kept match finds its columns wherever they stand, and no field is filled twice', () => {
  const preset = { columns: [{ name: 'cost', field: 'amount', decimal: ',' as const }] }
  const found = [
    { column: 0, field: 'name' },
    { column: 1, field: null },
    { column: 2, field: 'amount' },
  ]
  expect(withPreset(job, found, preset)).toEqual([
    { column: 0, field: 'name' },
    { column: 1, field: 'amount', decimal: ',' },
    { column: 2, field: null },
  ])
})
