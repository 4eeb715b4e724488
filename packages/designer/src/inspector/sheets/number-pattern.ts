import type { NumberPart } from '@pipewright/schemas'

export const periods = ['never', 'year', 'month', 'day', 'field'] as const
export type Period = (typeof periods)[number]

/** Types whose values can stand in a number. */
export const usableTypes: ReadonlySet<string> = new Set(['text', 'choice', 'number', 'date'])

export function movePart(parts: readonly NumberPart[], position: number, by: -1 | 1): NumberPart[] {
  const part = parts[position]
  const rest = parts.filter((_, at) => at !== position)
  return part === undefined
    ? [...parts]
    : [...rest.slice(0, position + by), part, ...rest.slice(position + by)]
}

const formats = { year: 'YYYY', month: 'YYYYMM', day: 'YYYYMMDD' } as const

/** The pattern with what its period needs to tell the numbers of two periods apart. */
export function partsFor(
  parts: readonly NumberPart[],
  period: Period,
  field: string | undefined,
): readonly NumberPart[] {
  if (period === 'never') return parts
  if (period === 'field') {
    const shown = parts.some((part) => part.type === 'field' && part.field === field)
    return shown || field === undefined ? parts : [{ type: 'field', field }, ...parts]
  }
  const letters = parts.map((part) => (part.type === 'date' ? part.format : '')).join('')
  if ([...new Set(formats[period])].every((letter) => letters.includes(letter))) return parts
  const counter = parts.findIndex(({ type }) => type === 'counter')
  const date: NumberPart = { type: 'date', format: formats[period] }
  return [...parts.slice(0, counter), date, ...parts.slice(counter)]
}
