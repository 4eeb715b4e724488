import type { AutoNumberField, NumberPart } from '@pipewright/schemas'

/** What a number is made of besides its counter. */
export interface NumberScene {
  /** The day on which the record is made, "YYYY-MM-DD". */
  readonly day: string
  readonly values: Readonly<Record<string, unknown>>
}

const usualDigits = 4
const longestValue = 40

/** The pieces of a number; a field without a pattern of its own is prefix, period and counter. */
export function numberParts({
  parts,
  prefix = '',
  digits = usualDigits,
  period = 'never',
}: AutoNumberField): readonly NumberPart[] {
  if (parts !== undefined) return parts
  const formats = {
    never: undefined,
    field: undefined,
    year: 'YYYY',
    month: 'YYYYMM',
    day: 'YYYYMMDD',
  } as const
  const format = formats[period]
  return [
    ...(prefix === '' ? [] : [{ type: 'text' as const, text: prefix }]),
    ...(format === undefined
      ? []
      : [
          { type: 'date' as const, format },
          { type: 'text' as const, text: '-' },
        ]),
    { type: 'counter', digits },
  ]
}

const writeDay = (format: string, day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-')
  return format.replace('YYYY', year).replace('YY', year.slice(-2)).replace('MM', month).replace('DD', date)
}

const writeValue = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, longestValue) : ''

/** Writes the number that the counter stands at. */
export function writeNumber(field: AutoNumberField, counter: number, { day, values }: NumberScene): string {
  return numberParts(field)
    .map((part) => {
      switch (part.type) {
        case 'text':
          return part.text
        case 'date':
          return writeDay(part.format, day)
        case 'field':
          return writeValue(values[part.field])
        case 'counter':
          return String(counter).padStart(part.digits, '0')
      }
    })
    .join('')
}

/** Which counter a record takes its number from: one for ever, or one per year, month, day or value of a field. */
export function counterPeriod(
  { period = 'never', periodField }: AutoNumberField,
  { day, values }: NumberScene,
): string {
  const [year = '', month = '', date = ''] = day.split('-')
  switch (period) {
    case 'never':
      return ''
    case 'year':
      return year
    case 'month':
      return `${year}${month}`
    case 'day':
      return `${year}${month}${date}`
    case 'field':
      return periodField === undefined ? '' : writeValue(values[periodField])
  }
}

const needed = { never: [], year: ['Y'], month: ['Y', 'M'], day: ['Y', 'M', 'D'], field: [] } as const

/** Whether two records can get the same number, because the counter starts again and nothing in the pattern tells. */
export function numberRepeats(field: AutoNumberField): boolean {
  const parts = numberParts(field)
  const { period = 'never', periodField } = field
  if (period === 'field') return !parts.some((part) => part.type === 'field' && part.field === periodField)
  const letters = parts.map((part) => (part.type === 'date' ? part.format : '')).join('')
  return needed[period].some((letter) => !letters.includes(letter))
}
