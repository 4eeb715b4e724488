import { expect, test } from 'vitest'
import { scopeOf } from '../scope.ts'
import { NUMBER, TEXT } from '../value-type.ts'
import { parseFormula } from './parse-formula.ts'
import { suggestNames } from './suggest-names.ts'

const scope = scopeOf([
  { path: ['price'], label: '单价', type: NUMBER },
  { path: ['quantity'], label: '数量', type: NUMBER },
  { path: ['account', 'industry'], label: '客户 › 行业', type: TEXT },
  { path: ['due'], label: 'Date', type: TEXT },
  { path: ['start'], label: 'Date', type: TEXT },
])

const suggested = (text: string) => {
  const [problem] = parseFormula(text, scope).problems
  return problem === undefined ? [] : suggestNames(problem, scope).map(({ insert }) => insert)
}

test.each<[text: string, names: string[]]>([
  ['pryce * 2', ['单价']],
  ['qunatity', ['数量']],
  ['account.indutsry', ['[客户 › 行业]']],
  ['单假', ['单价']],
  ['行业 & 1', ['[客户 › 行业]']],
  ['RUOND(1, 2)', ['ROUND']],
  ['[Date]', ['due', 'start']],
  ['zzzzzz', []],
  [`${'x'.repeat(120)} + 1`, []],
])('in %s, %j was probably meant', (text, names) => {
  const found = suggested(text)
  expect(names.length === 0 ? found : found.slice(0, names.length)).toEqual(names)
})
