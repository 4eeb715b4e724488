import type { ForeignMoneyField } from '@pipewright/schemas'
import { countryOfCurrency } from './countries.ts'

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

const euroCountries = 'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ')

/** What people are paid in where they live (ISO 3166-1 code), as far as it is among the usual currencies. */
export const currencyOfCountry = (country: string): string | undefined =>
  euroCountries.includes(country)
    ? 'EUR'
    : usualCurrencies.find((currency) => countryOfCurrency(currency) === country)
