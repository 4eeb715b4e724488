import { worthBy } from '@pipewright/compiler'
import type { JsonValue } from '@pipewright/contract'
import { parseDecimal, roundTo } from '@pipewright/logic'
import type { ForeignMoneyField } from '@pipewright/schemas'
import type { RendererData } from '../environment/renderer-data.ts'
import { partOf } from './part-of.ts'

/** A rate that an amount needs. */
export interface WantedRate {
  readonly currency: string
  readonly home: string
  readonly day: string
}

type Worth = Readonly<Record<'home' | 'rate' | 'day', JsonValue>>

/**
 * What an amount is worth, as the server will find it: undefined as long as the rate is not known, and nothing where there
 * is none, so that what is calculated from it does not stay what it was.
 */
export function worthOf(
  { home, scale = 2 }: Pick<ForeignMoneyField, 'home' | 'scale'>,
  value: JsonValue,
  { currency, day }: Pick<WantedRate, 'currency' | 'day'>,
  rate: string | null | undefined,
): Worth | undefined {
  const amount = partOf(value, 'amount')
  if (parseDecimal(amount) === null) return undefined
  if (currency === home) return { home: roundTo(amount, scale, 'halfUp'), rate: '1', day: null }
  if (rate === undefined) return undefined
  return rate === null ? { home: null, rate: null, day } : { home: worthBy(amount, rate, scale), rate, day }
}

export const rateKey = ({ currency, home, day }: WantedRate): string => `${currency} ${home} ${day}`

/** Asks for a rate once, whichever fields need it. */
export const rateQuery = ({ rateOn }: RendererData, { currency, home, day }: WantedRate) => ({
  queryKey: ['rates', currency, home, day],
  queryFn: async () => (await rateOn?.(currency, home, day)) ?? null,
  staleTime: 300_000,
})
