import type { AppDefinition, Field } from '@pipewright/schemas'
import { currencyOf } from './workspace-currency.ts'

const innerFields = (field: Field): readonly Field[] =>
  field.type === 'lineItems' ? (field.fields as readonly Field[]) : []

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
  const from = currencyOf(definition)
  if (from === undefined || from === to) return { ...definition, currency: to }
  return {
    ...definition,
    currency: to,
    forms: definition.forms.map((form) => ({
      ...form,
      fields: form.fields.map((field) => exchange(field, from, to)),
    })),
  }
}
