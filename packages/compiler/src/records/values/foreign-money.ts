import { currenciesOf } from '@pipewright/metadata'
import type { ForeignMoneyField } from '@pipewright/schemas'
import { listedParam } from '../issue.ts'
import type { Composite } from '../value.ts'
import { checkDecimal } from './decimal.ts'
import { readParts } from './parts-of.ts'
import { accept, refuse, type ValueChecker } from './value-checker.ts'

/** An amount as it travels; what it is worth in the workspace currency is known once its rate is. */
export const amountValue = (amount: string, currency: string): Composite => ({
  amount,
  currency,
  home: null,
  rate: null,
  day: null,
  text: `${currency} ${amount}`,
})

/** Numbers are as good as decimal texts, as far as they are exact: that is checked with the amount. */
const withText = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const { amount } = value as { readonly amount?: unknown }
  return typeof amount === 'number' ? { ...value, amount: String(amount) } : value
}

export const foreignMoney: ValueChecker<ForeignMoneyField> = (field, value, place) => {
  const read = readParts(withText(value), ['amount', 'currency'], place, 60)
  if (!read.ok) return read.refused
  const { amount } = read.parts
  if (amount === null || amount === '') return accept(null)
  const currency = (read.parts.currency ?? field.currency).toUpperCase()
  const checked = checkDecimal(field, amount, { pointer: `${place.pointer}/amount` }, field)
  const known = currenciesOf(field)
  const kept = (place.old as Composite | null | undefined)?.['currency'] === currency
  if (!known.includes(currency) && !kept)
    return refuse({ pointer: `${place.pointer}/currency` }, 'no-such-currency', {
      currency,
      ...listedParam('known', known),
    })
  return checked.ok ? accept(amountValue(String(checked.value), currency)) : checked
}
