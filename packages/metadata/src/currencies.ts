import type { ForeignMoneyField } from '@pipewright/schemas'

/** Offered where a field names none of its own: what most companies trade in. */
export const usualCurrencies: readonly string[] = [
  'CNY',
  'USD',
  'EUR',
  'HKD',
  'JPY',
  'GBP',
  'TWD',
  'SGD',
  'KRW',
  'AUD',
  'CAD',
  'CHF',
]

/** The currencies that records of a field may be in: always also the one that is meant where none is given. */
export const currenciesOf = ({ currency, currencies, home }: ForeignMoneyField): readonly string[] =>
  currencies === undefined
    ? [...new Set([currency, home, ...usualCurrencies])]
    : [...new Set([currency, ...currencies])]
