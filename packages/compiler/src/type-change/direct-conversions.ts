import { wallClock } from '@pipewright/logic'
import type { Field } from '@pipewright/schemas'
import { refValue } from '../records/record-ref.ts'
import type { Composite, FieldValue } from '../records/value.ts'
import { rangeValue } from '../records/values/date-range.ts'
import { amountValue } from '../records/values/foreign-money.ts'

interface Given<F extends Field = Field, T extends Field = Field> {
  readonly from: F
  readonly to: T
  readonly value: NonNullable<FieldValue>
  readonly zone: string
}

/** What a value becomes; undefined: it means nothing in the other field. */
type Conversion = (given: Given) => FieldValue | undefined

type Of<T extends Field['type']> = Extract<Field, { type: T }>

const conversion = <F extends Field['type'], T extends Field['type']>(
  _from: F,
  _to: T,
  convert: (given: Given<Of<F>, Of<T>>) => FieldValue | undefined,
): Conversion => convert as Conversion

const partOf = (value: FieldValue, name: string): string => String((value as Composite)[name])

/** Those that do not go by way of words, because a part of the value is the whole of the other. */
const conversions: Readonly<Partial<Record<`${Field['type']} ${Field['type']}`, Conversion>>> = {
  /** The calendar day that clocks showed; the time of day stays with the value that is kept aside. */
  'dateTime date': conversion('dateTime', 'date', ({ value, zone }) =>
    new Date(wallClock(zone, Date.parse(String(value)))).toISOString().slice(0, 10),
  ),
  'date dateRange': conversion('date', 'dateRange', ({ value }) => rangeValue(String(value), String(value))),
  'dateRange date': conversion('dateRange', 'date', ({ value }) => partOf(value, 'start')),
  'money foreignMoney': conversion('money', 'foreignMoney', ({ from, value }) =>
    amountValue(String(value), from.currency),
  ),
  /** Only what is in the currency of the field: an amount in another one would be another amount. */
  'foreignMoney money': conversion('foreignMoney', 'money', ({ to, value }) =>
    partOf(value, 'currency') === to.currency ? partOf(value, 'amount') : undefined,
  ),
  'relation anyRelation': conversion('relation', 'anyRelation', ({ from, value }) =>
    refValue({ form: from.form, id: String(value) }),
  ),
  'anyRelation relation': conversion('anyRelation', 'relation', ({ to, value }) =>
    partOf(value, 'form') === to.form ? partOf(value, 'id') : undefined,
  ),
}

export const directConversion = (from: Field['type'], to: Field['type']): Conversion | undefined =>
  conversions[`${from} ${to}`]
