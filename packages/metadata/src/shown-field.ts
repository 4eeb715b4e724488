import type { Field, Option } from '@pipewright/schemas'
import { isCalculated, type CalculatedField } from './calculated.ts'

function shownField(field: CalculatedField, options: readonly Option[]): Field {
  const { key, label, resultType: type } = field
  const base = { key, label, ...(field.help !== undefined && { help: field.help }) }
  const scale = field.scale === undefined ? {} : { scale: field.scale }
  switch (type) {
    case 'number':
    case 'percent':
      return { type, ...base, ...scale }
    case 'money':
      return { type, ...base, ...scale, currency: field.currency ?? 'CNY' }
    case 'choice':
    case 'multiChoice':
      return { type, ...base, options: [...options] }
    case 'relation':
      return { type, ...base, form: field.resultForm ?? '' }
    default:
      return { type, ...base }
  }
}

/** Makes the field that a calculated one looks like; the same object every time. */
export function shownFields(options: (field: Field) => readonly Option[]): (field: Field) => Field {
  const known = new WeakMap<Field, Field>()
  return (field) => {
    if (!isCalculated(field)) return field
    const shown = known.get(field) ?? shownField(field, options(field))
    known.set(field, shown)
    return shown
  }
}
