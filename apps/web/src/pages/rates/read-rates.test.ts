import { expect, test } from 'vitest'
import { readRates } from './read-rates.ts'

test.each([
  ['USD\t2026-01-01\t7.1'],
  ['2026/1/1, usd, 7.1'],
  ['7.1; USD; 2026年1月1日'],
  ['ＵＳＤ\t2026.01.01\t7.1'],
])('reads %j as people paste it', (line) => {
  expect(readRates(line, 'CNY')).toEqual({
    rates: [{ currency: 'USD', home: 'CNY', from: '2026-01-01', rate: '7.1' }],
    wrong: [],
  })
})

test('a heading is passed over, and every other line that is no rate is named', () => {
  const text = 'Currency\tFrom\tRate\nKRW\t2026-01-01\t1,234.5\r\n\nUSD\tsoon\t7\nEUR\t2026-01-01\t7,5,1'
  expect(readRates(text, 'CNY')).toEqual({
    rates: [{ currency: 'KRW', home: 'CNY', from: '2026-01-01', rate: '1234.5' }],
    wrong: ['USD\tsoon\t7', 'EUR\t2026-01-01\t7,5,1'],
  })
})
