import type { AutoNumberField } from '@pipewright/schemas'

/** What a number will look like; the period stands as letters because the year is not known here. */
export function exampleNumber({ prefix = '', digits = 1, period = 'never' }: AutoNumberField): string {
  const written = { never: '', year: 'YYYY-', month: 'YYYYMM-' }[period]
  return `${prefix}${written}${'1'.padStart(digits, '0')}`
}
