import type { JsonValue, Values } from '@pipewright/contract'
import { localize, type Locale } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'

/** What the field holds that the options of another one depend on. */
export function aboveOf(field: Field | undefined, values: Values): JsonValue | undefined {
  if (field?.type === 'foreignMoney' && field.rateDate !== undefined) return values[field.rateDate] ?? null
  if (field === undefined || !('dependsOn' in field) || field.dependsOn === undefined) return undefined
  return values[field.dependsOn] ?? null
}

/** What people call that field. */
export function aboveLabelOf(field: Field, fields: readonly Field[], locale: Locale): string | undefined {
  if (!('dependsOn' in field) || field.dependsOn === undefined) return undefined
  return localize(fields.find(({ key }) => key === field.dependsOn)?.label, locale) || undefined
}
