import type { AppDefinition } from '@pipewright/schemas'
import { workspaceCurrency } from './workspace-currency.ts'

type Item = Readonly<Record<string, unknown>>

const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function filledField(field: unknown, currency: string): unknown {
  if (!isItem(field)) return field
  if (field['type'] === 'money') return { currency, ...field }
  if (field['type'] === 'foreignMoney') return { currency, home: currency, ...field }
  return field['type'] === 'lineItems' ? { ...field, fields: filledFields(field['fields'], currency) } : field
}

const filledFields = (fields: unknown, currency: string): unknown =>
  Array.isArray(fields) ? fields.map((field: unknown) => filledField(field, currency)) : fields

function filledEdit(edit: Item, currency: string): Item {
  if (edit['type'] === 'addField') return { ...edit, field: filledField(edit['field'], currency) }
  const { form } = edit
  if (edit['type'] !== 'addForm' || !isItem(form)) return edit
  return { ...edit, form: { ...form, fields: filledFields(form['fields'], currency) } }
}

/**
 * Edits whose new amounts say no currency, as others write them by hand: those count in the currency of the workspace.
 * Takes any values for what they claim to be; what is wrong with them is found out where they are checked.
 */
export function fillCurrency(definition: AppDefinition, edits: readonly unknown[]): readonly unknown[] {
  let currency = workspaceCurrency(definition)
  return edits.map((edit) => {
    if (!isItem(edit)) return edit
    if (edit['type'] === 'setCurrency' && typeof edit['currency'] === 'string') currency = edit['currency']
    return filledEdit(edit, currency)
  })
}
