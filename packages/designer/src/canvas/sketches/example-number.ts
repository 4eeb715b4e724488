import { writeNumber } from '@pipewright/metadata'
import type { AutoNumberField } from '@pipewright/schemas'

/** What a number will look like: the first one made on this day; a field stands as its key in braces. */
export function exampleNumber(field: AutoNumberField, day: string): string {
  const values = Object.fromEntries(
    (field.parts ?? []).flatMap((part) => (part.type === 'field' ? [[part.field, `{${part.field}}`]] : [])),
  )
  return writeNumber(field, 1, { day, values })
}

/** The day the clock of this browser shows. */
export function browserDay(): string {
  const now = new Date()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
