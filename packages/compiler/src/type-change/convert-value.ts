import { optionsByKey } from '@pipewright/metadata'
import type { Field, Option, OptionSet } from '@pipewright/schemas'
import { readCell, writeCell } from '../import/cells.ts'
import type { DateOrder, DecimalSign } from '../import/cell-type.ts'
import { sameValue, type FieldValue } from '../records/value.ts'
import { checkValue } from '../records/values/index.ts'
import { directConversion } from './direct-conversions.ts'

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
  const options = optionsOf(reading, to)
  const direct = directConversion(from.type, to.type)
  const read =
    direct === undefined
      ? readCell(to, textOf(from, value, reading), { ...reading, options, find: () => 'none' })
      : { ok: true, value: direct({ from, to, value, zone: reading.zone }) }
  if (!read.ok || read.value === undefined) return failed
  const checked = checkValue(exact(to), read.value, {
    pointer: '',
    options: new Set(optionsByKey(options).keys()),
  })
  return checked.ok ? { ok: true, value: checked.value } : failed
}

/** Whether going back would not give what was: appearance, a time of day or a last day stays with the value kept aside. */
export function isChanged(
  from: Field,
  to: Field,
  { value, becomes }: { readonly value: FieldValue; readonly becomes: FieldValue },
  reading: ConversionReading,
): boolean {
  const back = convertValue(to, from, becomes, reading)
  return !back.ok || !sameValue(back.value, value)
}
