import { valueFields } from '@pipewright/metadata'
import type { ExchangeRate } from '@pipewright/contract'
import type { AppDefinition } from '@pipewright/schemas'

/** The currencies that amounts of an app are counted in; none where no form has amounts in any currency. */
export function homesOf({ forms }: AppDefinition): string[] {
  const fields = forms.flatMap((form) => form.fields.flatMap(valueFields))
  const homes = fields.flatMap((field) => (field.type === 'foreignMoney' ? [field.home] : []))
  return [...new Set(homes)]
}

export const rateKey = ({ currency, home, from }: ExchangeRate): string => `${currency} ${home} ${from}`

/** Changes of rates; answers whether they were taken. */
export type ChangeRates = (put: readonly ExchangeRate[], remove?: readonly ExchangeRate[]) => Promise<boolean>
