import type { AppDefinition, Field } from '@pipewright/schemas'

const innerFields = (field: Field): readonly Field[] =>
  field.type === 'lineItems' ? (field.fields as readonly Field[]) : []

/** Every currency that a field counts in, with those of its columns. */
const currenciesIn = (field: Field): readonly string[] => [
  ...('currency' in field && field.currency !== undefined ? [field.currency] : []),
  ...innerFields(field).flatMap(currenciesIn),
]

/** The currency that an app counts in: as it is set, else that of its first amount. */
export const currencyOf = ({ currency, forms }: AppDefinition): string | undefined =>
  currency ?? forms.flatMap(({ fields }) => fields).flatMap(currenciesIn)[0]

const homesIn = (field: Field): readonly string[] =>
  field.type === 'foreignMoney' ? [field.home] : innerFields(field).flatMap(homesIn)

/** What new amounts begin in: as it is set, else what totals or the first amount count in. */
export const workspaceCurrency = (definition: AppDefinition): string =>
  definition.currency ??
  definition.forms.flatMap(({ fields }) => fields).flatMap(homesIn)[0] ??
  currencyOf(definition) ??
  'CNY'

/** How many fields count in which currency, the most used first. */
export function usedCurrencies({ forms }: AppDefinition): readonly { currency: string; fields: number }[] {
  const counts = new Map<string, number>()
  for (const currency of forms.flatMap(({ fields }) => fields).flatMap(currenciesIn))
    counts.set(currency, (counts.get(currency) ?? 0) + 1)
  return [...counts]
    .map(([currency, fields]) => ({ currency, fields }))
    .toSorted((one, other) => other.fields - one.fields)
}
