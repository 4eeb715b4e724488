import type { AppDefinition, Field } from '@pipewright/schemas'
import { isCalculated } from '@pipewright/metadata'

const known = new WeakMap<AppDefinition, ReadonlySet<string>>()

const withInner = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => (field.type === 'lineItems' ? [field, ...withInner(field.fields)] : [field]))

const names = (text: string, key: string): boolean => text.includes(`"${key}"`) || text.includes(`.${key}"`)

/** Keys of calculated fields that use what an amount is worth, also through other calculated ones. */
function findLeaning({ forms }: AppDefinition): ReadonlySet<string> {
  const calculated = withInner(forms.flatMap((form) => form.fields))
    .filter(isCalculated)
    .map((field) => ({ key: field.key, text: JSON.stringify({ ...field, key: '', label: '', help: '' }) }))
  const leaning = new Set<string>()
  for (;;) {
    const next = calculated.filter(
      ({ key, text }) =>
        !leaning.has(key) &&
        (/\.(home|rate|day)"/.test(text) || [...leaning].some((one) => names(text, one))),
    )
    if (next.length === 0) return leaning
    for (const { key } of next) leaning.add(key)
  }
}

/** Whether a calculated field has no value before exchange rates are known, which only the server knows for strangers. */
export function leansOnRates(definition: AppDefinition, field: Field): boolean {
  const found = known.get(definition) ?? findLeaning(definition)
  known.set(definition, found)
  return found.has(field.key)
}
