import type { ExchangeRate } from '@pipewright/contract'

interface ReadRates {
  readonly rates: readonly ExchangeRate[]
  /** Lines that are no rate, as they were written. */
  readonly wrong: readonly string[]
}

const day = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?/u
const code = /(?<![A-Za-z])[A-Za-z]{3}(?![A-Za-z])/u
const number = /(?:\d{1,3}(?:,\d{3})+|\d{1,18})(?:\.\d{1,10})?/u

/** "USD, 2026-01-01, 7.1" with the parts in any order, as they come out of a table. */
function readLine(line: string, home: string): ExchangeRate | undefined {
  const found = day.exec(line)
  const currency = code.exec(line)?.[0].toUpperCase()
  if (found === null || currency === undefined) return undefined
  const rest = line.replace(found[0], ' ').replace(code, ' ').trim()
  const rate = number.exec(rest)?.[0]
  if (rate === undefined || rest.replace(number, '').replaceAll(/[\s;,|]/gu, '') !== '') return undefined
  const [, year = '', month = '', date = ''] = found
  const from = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return { currency, home, from, rate: rate.replaceAll(',', '') }
}

/** Rates from lines that were pasted from a table; a heading is passed over. */
export function readRates(text: string, home: string): ReadRates {
  const lines = text
    .normalize('NFKC')
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const read = lines.map((line) => ({ line, rate: readLine(line, home) }))
  const isHeading = (position: number, line: string) => position === 0 && !/\d/u.test(line)
  return {
    rates: read.flatMap(({ rate }) => rate ?? []),
    wrong: read.flatMap(({ line, rate }, position) =>
      rate === undefined && !isHeading(position, line) ? [line] : [],
    ),
  }
}
