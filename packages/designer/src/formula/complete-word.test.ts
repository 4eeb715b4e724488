import { NUMBER, TEXT, type LabelledScope } from '@pipewright/logic'
import { describe, expect, it } from 'vitest'
import { applyCompletion, completions, wordAt } from './complete-word.ts'

const scope: LabelledScope = {
  resolve: () => NUMBER,
  fields: () => [
    { path: ['amount'], label: '金额', type: NUMBER },
    { path: ['account', 'name'], label: '客户 › 名称', type: TEXT },
    { path: ['discount_amount'], label: '优惠', type: NUMBER },
  ],
}

describe('completing a formula', () => {
  it.each([
    ['1 + am', 6, 'am'],
    ['SUM(items.line', 14, 'items.line'],
    ['金额 * 折', 6, '折'],
    ['1 + ', 4, ''],
    ['stage = "am', 11, ''],
    ['stage = "won"', 13, ''],
  ])('finds the word before the caret in %s', (text, caret, word) => {
    expect(wordAt(text, caret).text).toBe(word)
  })

  it('offers fields by key and by label, those that begin so first', () => {
    expect(completions('am', scope, 'en').map(({ insert }) => insert)).toEqual(
      expect.arrayContaining(['amount', 'discount_amount']),
    )
    expect(completions('am', scope, 'en')[0]?.insert).toBe('amount')
    expect(completions('客户', scope, 'zh')[0]?.insert).toBe('account.name')
  })

  it('offers functions with their parameters in the language', () => {
    const [first] = completions('dateadd', scope, 'zh')
    expect(first).toMatchObject({ kind: 'function', insert: 'DATEADD(' })
    expect(first?.help).toMatch(/\p{Script=Han}/u)
  })

  it('replaces only the word, and doubles no bracket', () => {
    const word = wordAt('1 + su(2)', 6)
    const sum = completions('sum', scope, 'en').find(({ insert }) => insert === 'SUM(')!
    expect(applyCompletion('1 + su(2)', word, sum)).toEqual({ text: '1 + SUM(2)', caret: 7 })
    expect(applyCompletion('1 + su', wordAt('1 + su', 6), sum)).toEqual({ text: '1 + SUM(', caret: 8 })
  })
})
