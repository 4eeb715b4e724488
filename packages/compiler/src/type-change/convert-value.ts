import { wallClock } from '@pipewright/logic'
import { optionsByKey } from '@pipewright/metadata'
import type { Field, Option, OptionSet } from '@pipewright/schemas'
import { readCell, writeCell } from '../import/cells.ts'
import type { DateOrder, DecimalSign } from '../import/cell-type.ts'
import type { FieldValue } from '../records/value.ts'
import { checkValue } from '../records/values/index.ts'

/** How texts of the old field are read, and how its values are written. */
export interface ConversionReading {
  /** Shared options, of before and after. */
  readonly optionSets: readonly OptionSet[]
  readonly zone: string
  readonly locale: 'en' | 'zh'
  readonly dateOrder: DateOrder
  readonly decimal: DecimalSign
}

/** The value as one of the other field; not ok: it means nothing there, or digits or letters of it would be lost. */
export type Converted = { readonly ok: true; readonly value: FieldValue } | { readonly ok: false }

const failed: Converted = { ok: false }

function optionsOf({ optionSets }: ConversionReading, field: Field): readonly Option[] {
  if (field.type !== 'choice' && field.type !== 'multiChoice') return []
  if (field.optionSet === undefined) return field.options ?? []
  return optionSets.find(({ key }) => key === field.optionSet)?.options ?? []
}

/** Digits are refused, not rounded: a field may round what people type, not what stands in records. */
function exact(field: Field): Field {
  const { rounding: _rounding, ...rest } = field as Field & { rounding?: unknown }
  return rest as Field
}

/** The calendar day that clocks showed; the time of day stays with the value that is kept aside. */
const dayOf = (value: FieldValue, zone: string): string =>
  new Date(wallClock(zone, Date.parse(String(value)))).toISOString().slice(0, 10)

function textOf(from: Field, value: NonNullable<FieldValue>, reading: ConversionReading): string {
  return writeCell(from, value, {
    locale: reading.locale,
    zone: reading.zone,
    optionsOf: (field) => optionsOf(reading, field),
    shown: (field) => field,
    titleOf: () => '',
  })
}

/**
 * What a stored value becomes when its field becomes one of another type: it is written as people would read it, and read
 * as an import reads a cell. Nothing is rounded, cut or guessed; what is not wholly understood does not convert.
 */
export function convertValue(
  from: Field,
  to: Field,
  value: FieldValue,
  reading: ConversionReading,
): Converted {
  if (value === null) return { ok: true, value: null }
  const text =
    from.type === 'dateTime' && to.type === 'date' ? dayOf(value, reading.zone) : textOf(from, value, reading)
  const options = optionsOf(reading, to)
  const read = readCell(to, text, { ...reading, options, find: () => 'none' })
  if (!read.ok) return failed
  const checked = checkValue(exact(to), read.value, {
    pointer: '',
    options: new Set(optionsByKey(options).keys()),
  })
  return checked.ok ? { ok: true, value: checked.value } : failed
}
