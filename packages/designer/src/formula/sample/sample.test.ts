import { NUMBER, TEXT, listOf, scopeOf } from '@pipewright/logic'
import { indexDefinition } from '@pipewright/metadata'
import { aFormulaField, aNumberField, anApp, aForm } from '@pipewright/metadata/builders'
import { describe, expect, it } from 'vitest'
import { exampleRecord, typedExample } from './example-values.ts'
import { neededPaths } from './needed-paths.ts'
import { tellValue, type Telling } from './tell-value.ts'
import { withDraftFormulas } from './with-draft-formulas.ts'

const context = { now: '2026-11-21T08:00:00.000Z', today: '2026-11-21', zone: 'Asia/Shanghai' }
const telling: Telling = {
  locale: 'en',
  zone: 'Asia/Shanghai',
  title: (id) => ({ a: 'Acme' })[id],
  words: { yes: 'yes', no: 'no', empty: 'empty', record: 'a record', notReached: 'not reached' },
}

const form = aForm({
  key: 'deal',
  fields: [
    aNumberField({ key: 'price' }),
    aFormulaField({ key: 'net', expression: { mul: [{ var: 'price' }, 2] } }),
    aFormulaField({ key: 'gross', expression: { add: [{ var: 'net' }, { var: 'loop' }] } }),
    aFormulaField({ key: 'loop', expression: { var: 'gross' } }),
  ],
})
const index = indexDefinition(anApp({ forms: [form] }))
const scope = scopeOf(
  ['price', 'net', 'gross', 'loop'].map((key) => ({ path: [key], label: key, type: NUMBER })),
)
const place = { form: 'deal' }

describe('trying a formula', () => {
  it('reads what other formulas read, and stops at a circle', () => {
    const paths = neededPaths(index, place, { neg: [{ var: 'gross' }] }).map((path) => path.join('.'))
    expect(paths.toSorted()).toEqual(['gross', 'loop', 'net', 'price'])
  })

  it('calculates other formulas as the draft has them, not as they are stored', () => {
    const stored = { price: '5', net: '1' }
    const values = withDraftFormulas(index, place, scope, [['net']], stored, context)
    expect(values).toMatchObject({ price: '5', net: '10' })
    expect(withDraftFormulas(index, place, scope, [['gross']], stored, context)).toHaveProperty('gross')
  })

  it('has an example for every type, and takes those that are typed', () => {
    const around = { text: 'Text', typed: { price: '7', net: 'no number' } }
    expect(exampleRecord([['price'], ['net'], ['$today']], scope, context, around)).toEqual({
      price: '7',
      net: '100',
    })
    expect(typedExample(listOf(NUMBER), '1, 2，x')).toEqual(['1', '2'])
    expect(typedExample(TEXT, ' ')).toBeNull()
  })

  it.each([
    [undefined, NUMBER, 'not reached'],
    [null, NUMBER, 'empty'],
    ['1234.5', NUMBER, '1,234.5'],
    ['12345678901234567890.12', NUMBER, '12,345,678,901,234,567,890.12'],
    ['x', TEXT, '“x”'],
    [true, TEXT, 'yes'],
    ['a', { kind: 'record', form: 'account' } as const, 'Acme'],
    ['b', { kind: 'record', form: 'account' } as const, 'a record'],
    [['1', '2000'], listOf(NUMBER), '[1, 2,000]'],
    [[], listOf(NUMBER), 'empty'],
    ['2026-11-21T08:00:00.000Z', { kind: 'dateTime' } as const, 'Nov 21, 2026, 4:00 PM'],
  ])('tells %j', (value, type, told) => {
    expect(tellValue(value, type, telling).replaceAll(' ', ' ')).toBe(told)
  })
})
