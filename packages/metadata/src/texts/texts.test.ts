import { expect, test } from 'vitest'
import { problem } from '../problem.ts'
import { problemText, useText } from './index.ts'

const label = { en: 'Open deals', zh: '进行中的商机' }

test('a refused removal names the places in the language of the reader', () => {
  const uses = [
    {
      pointer: '/views/0/columns/1',
      kind: 'viewColumn' as const,
      document: { kind: 'view' as const, key: 'open' },
      label,
    },
  ]
  const inUse = problem('in-use', '/field', { what: 'stage', uses })
  expect(problemText(inUse, 'en')).toBe('“stage” is still used: column of the view “Open deals”.')
  expect(problemText(inUse, 'zh')).toBe('“stage”仍在使用中：视图“进行中的商机”的列。')
})

test('a use is told as a place', () => {
  expect(useText({ kind: 'rule', label }, 'en')).toBe('rule “Open deals”')
  expect(useText({ kind: 'rule', label }, 'zh')).toBe('规则“进行中的商机”')
})
