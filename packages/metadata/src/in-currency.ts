import type { AppDefinition, Field } from '@pipewright/schemas'

const innerFields = (field: Field): readonly Field[] =>
  field.type === 'lineItems' ? (field.fields as readonly Field[]) : []

const currencyOf = (field: Field): string | undefined =>
  'currency' in field && field.currency !== undefined
    ? field.currency
    : innerFields(field)
        .map(currencyOf)
        .find((one) => one !== undefined)

/** The currency that an app counts in: that of its first amount. */
const firstCurrency = ({ forms }: AppDefinition): string | undefined =>
  forms
    .flatMap(({ fields }) => fields)
    .map(currencyOf)
    .find((one) => one !== undefined)

function exchange<F extends Field>(field: F, from: string, to: string): F {
  const put = (key: 'currency' | 'home') =>
    (field as { readonly [key in typeof key]?: unknown })[key] === from ? { [key]: to } : {}
  const inner =
    field.type === 'lineItems'
      ? { fields: innerFields(field).map((column) => exchange(column, from, to)) }
      : {}
  return { ...field, ...put('currency'), ...put('home'), ...inner }
}

/**
 * An app that counts in another currency, for a workspace that begins from it: 100 of the old one are 100 of the new
 * one. Amounts in any further currency of the app stay in that.
 */
export function inCurrency(definition: AppDefinition, to: string): AppDefinition {
  const from = firstCurrency(definition)
  if (from === undefined || from === to) return definition
  return {
    ...definition,
    forms: definition.forms.map((form) => ({
      ...form,
      fields: form.fields.map((field) => exchange(field, from, to)),
    })),
  }
}
