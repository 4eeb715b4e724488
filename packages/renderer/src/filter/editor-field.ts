import { valueTypeOf } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'

function withoutDemands(field: Field): Field {
  const {
    required: _,
    default: __,
    placeholder: ___,
    ...plain
  } = field as Field & {
    readonly required?: boolean
    readonly default?: unknown
    readonly placeholder?: unknown
  }
  return plain as Field
}

/** The field as its value is asked for in a filter: never required, without an example, calculated ones like what they give. */
export function editorField(field: Field): Field {
  const { key, label } = field
  const type = field.type === 'autoNumber' ? 'text' : valueTypeOf(field)
  const scale = 'scale' in field && field.scale !== undefined ? { scale: field.scale } : {}
  switch (type) {
    case 'number':
    case 'percent':
      return { type, key, label, ...scale }
    case 'money':
      return {
        type,
        key,
        label,
        ...scale,
        currency: ('currency' in field ? field.currency : undefined) ?? 'CNY',
      }
    case 'choice':
    case 'multiChoice':
      return withoutDemands(field)
    case 'relation':
    case 'relations': {
      const {
        required: _,
        filter: __,
        ...plain
      } = field as Extract<Field, { type: 'relation' | 'relations' }>
      return plain as Field
    }
    case 'anyRelation':
      return withoutDemands(field)
    case 'date':
    case 'time':
    case 'duration':
    case 'rating':
      // As it is shown: months, seconds, the unit, the number of signs.
      if (field.type === type) return withoutDemands(field)
      return { type, key, label }
    case 'dateRange':
      return { type: 'date', key, label }
    case 'location':
      return { type: 'text', key, label }
    case 'dateTime':
    case 'yesNo':
    case 'tags':
    case 'member':
    case 'members':
    case 'department':
    case 'departments':
      return { type, key, label }
    default:
      return { type: 'text', key, label }
  }
}
