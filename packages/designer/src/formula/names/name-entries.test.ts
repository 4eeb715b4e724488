import { NUMBER, TEXT, type LabelledScope } from '@pipewright/logic'
import { describe, expect, it } from 'vitest'
import { callAt, nameEntries, searchNames, wordAt } from './name-entries.ts'

const scope: LabelledScope = {
  resolve: () => NUMBER,
  fields: () => [
    { path: ['amount'], label: '金额', type: NUMBER },
    { path: ['account', 'name'], label: '客户 › 名称', type: TEXT },
    { path: ['discount_amount'], label: '优惠', type: NUMBER },
  ],
}

describe('names of a formula', () => {
  it.each([
    ['1 + am', 6, 'am'],
    ['SUM(items.line', 14, 'items.line'],
    ['金额 * 折', 6, '折'],
    ['1 + [客户 › 名', 11, '[客户 › 名'],
    ['1 + ', 4, ''],
    ['stage = "am', 11, ''],
    ['stage = "won"', 13, ''],
  ])('finds the word before the caret in %s', (text, caret, word) => {
    expect(wordAt(text, caret).text).toBe(word)
  })

  it('offers fields by key and by label, those that begin so first', () => {
    const details = nameEntries('am', scope, 'en').map(({ detail }) => detail)
    expect(details[0]).toBe('amount')
    expect(details).toContain('discount_amount')
    expect(nameEntries('名称', scope, 'zh')[0]?.detail).toBe('account.name')
    expect(nameEntries('[客户', scope, 'zh')[0]?.detail).toBe('account.name')
  })

  it('offers no function that the database cannot answer where it has to', () => {
    const inserts = (asSql: boolean) =>
      nameEntries('regex', { ...scope, asSql }, 'en').map(({ insert }) => insert)
    expect(inserts(false)).toContain('REGEXMATCH')
    expect(inserts(true)).not.toContain('REGEXMATCH')
    expect(searchNames('regex', { ...scope, asSql: true }, 'en').map(({ insert }) => insert)).not.toContain(
      'REGEXMATCH',
    )
  })

  it('offers functions by name and Chinese alias, with parameters and help in the language', () => {
    const [first] = nameEntries('dateadd', scope, 'zh')
    expect(first).toMatchObject({ kind: 'function', insert: 'DATEADD' })
    expect(first?.help).toMatch(/\p{Script=Han}/u)
    expect(nameEntries('如果', scope, 'zh')[0]?.insert).toBe('IF')
  })

  it('finds functions by what they do', () => {
    expect(searchNames('half away', scope, 'en').map(({ label }) => label)).toContain('ROUND')
    expect(searchNames('四舍五入', scope, 'en').map(({ label }) => label)).toContain('ROUND')
  })

  it.each([
    ['ROUND(amount, ', 14, { name: 'ROUND', at: 1 }],
    ['IF(SUM(a, b) > 1, ', 18, { name: 'IF', at: 1 }],
    ['IF((a + 1', 9, { name: 'IF', at: 0 }],
    ['如果（a，b，', 7, { name: '如果', at: 2 }],
    ['CONCAT("a, (b", ', 16, { name: 'CONCAT', at: 1 }],
    ['ROUND(1, 2) + ', 14, null],
  ])('knows in which function the caret stands in %s', (text, caret, call) => {
    expect(callAt(text, caret)).toEqual(call)
  })
})
