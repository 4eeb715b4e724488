import type { Locale } from '@pipewright/contract'
import { currencyOfCountry, usualCurrencies } from '@pipewright/metadata'

/** What people are paid in where the browser says they are; dollars where that tells nothing. */
export function usualCurrencyHere(): string {
  const { region } = new Intl.Locale(navigator.language).maximize()
  return (region === undefined ? undefined : currencyOfCountry(region)) ?? 'USD'
}

/** The currencies a workspace can begin with: "US Dollar (USD)". */
export function currencyChoices(locale: Locale): { readonly value: string; readonly label: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'currency' })
  return usualCurrencies.map((value) => ({ value, label: `${names.of(value) ?? value} (${value})` }))
}
