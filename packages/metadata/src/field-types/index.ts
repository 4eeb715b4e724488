import type { Field } from '@pipewright/schemas'
import { address } from './address.ts'
import { anyRelation } from './any-relation.ts'
import { attachment } from './attachment.ts'
import { autoNumber } from './auto-number.ts'
import { choice } from './choice.ts'
import { date } from './date.ts'
import { dateRange } from './date-range.ts'
import { dateTime } from './date-time.ts'
import { department } from './department.ts'
import { departments } from './departments.ts'
import { duration } from './duration.ts'
import { email } from './email.ts'
import { foreignMoney } from './foreign-money.ts'
import { formula } from './formula.ts'
import { lineItems } from './line-items.ts'
import { lookup } from './lookup.ts'
import { location } from './location.ts'
import { longText } from './long-text.ts'
import { member } from './member.ts'
import { members } from './members.ts'
import { money } from './money.ts'
import { multiChoice } from './multi-choice.ts'
import { number } from './number.ts'
import { percent } from './percent.ts'
import { phone } from './phone.ts'
import { rating } from './rating.ts'
import { relation } from './relation.ts'
import { relations } from './relations.ts'
import { richText } from './rich-text.ts'
import { rollup } from './rollup.ts'
import { tags } from './tags.ts'
import { text } from './text.ts'
import { time } from './time.ts'
import { url } from './url.ts'
import { yesNo } from './yes-no.ts'
import type { FieldTypeSpec } from './field-type-spec.ts'

export type FieldTypes = {
  readonly [T in Field['type']]: FieldTypeSpec<Extract<Field, { type: T }>>
}

/** One entry per type of field; in the order of the palette. */
export const fieldTypes: FieldTypes = {
  text,
  longText,
  richText,
  number,
  money,
  foreignMoney,
  percent,
  rating,
  date,
  dateTime,
  time,
  duration,
  dateRange,
  yesNo,
  choice,
  multiChoice,
  tags,
  email,
  phone,
  url,
  address,
  location,
  member,
  members,
  department,
  departments,
  relation,
  relations,
  anyRelation,
  lineItems,
  autoNumber,
  attachment,
  formula,
  lookup,
  rollup,
}

/** The entry for a field whose type is only known at run time. */
export function specOf(field: Field): FieldTypeSpec<Field> {
  return fieldTypes[field.type]
}
