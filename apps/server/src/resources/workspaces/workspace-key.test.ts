import { expect, test } from 'vitest'
import { workspaceKey } from './workspace-key.ts'

test.each([
  ['Acme Sales', [], 'acme_sales'],
  ['华东销售', [], 'hua_dong_xiao_shou'],
  ['Acme Sales', ['acme_sales'], 'acme_sales_2'],
  ['🎉', [], 'workspace'],
  ['2026', [], 'workspace'],
  [`very ${'long '.repeat(30)}`, [], 'very_long_long_long_long_long_long_l'],
])('%s beside %j becomes %s', (name, taken, key) => {
  expect(workspaceKey(name, new Set(taken))).toBe(key)
  expect(key).toMatch(/^[a-z][a-z0-9_]{0,40}$/)
})
