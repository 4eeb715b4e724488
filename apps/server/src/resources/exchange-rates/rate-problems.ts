import type { BodyOf, Routes } from '@pipewright/contract'
import { parseDate, parseDecimal } from '@pipewright/logic'
import type { FieldRefusal } from '../../problems/refusal.ts'

type Changes = BodyOf<Routes['changeExchangeRates']>

/** What is wrong with rates that somebody typed or pasted, each at its place. */
export function rateProblems({ put }: Pick<Changes, 'put'>): FieldRefusal[] {
  const seen = new Set<string>()
  return put.flatMap(({ currency, home, from, rate }, position): FieldRefusal[] => {
    const at = (part: string) => `/put/${position}/${part}`
    const key = `${currency} ${home} ${from}`
    const isTwice = seen.has(key)
    seen.add(key)
    if (isTwice) return [{ pointer: at('from'), code: 'rate-twice', params: { currency, day: from } }]
    if (currency === home) return [{ pointer: at('currency'), code: 'same-currency', params: { currency } }]
    if (parseDate(from) === null) return [{ pointer: at('from'), code: 'bad-date' }]
    return parseDecimal(rate)?.gt(0) === true ? [] : [{ pointer: at('rate'), code: 'rate-not-positive' }]
  })
}
