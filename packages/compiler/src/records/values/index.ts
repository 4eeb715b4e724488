import type { Field } from '@pipewright/schemas'
import { address } from './address.ts'
import { anyRelation } from './any-relation.ts'
import { dateRange } from './date-range.ts'
import { location } from './location.ts'
import { attachment } from './attachment.ts'
import { choice } from './choice.ts'
import { date } from './date.ts'
import { foreignMoney } from './foreign-money.ts'
import { dateTime } from './date-time.ts'
import { duration } from './duration.ts'
import { email } from './email.ts'
import { lineItems } from './line-items.ts'
import { longText } from './long-text.ts'
import { member } from './member.ts'
import { department, departments, members } from './members.ts'
import { money } from './money.ts'
import { multiChoice } from './multi-choice.ts'
import { autoNumber, formula, lookup, rollup } from './never-written.ts'
import { number } from './number.ts'
import { percent } from './percent.ts'
import { phone } from './phone.ts'
import { rating } from './rating.ts'
import { relation } from './relation.ts'
import { tags } from './tags.ts'
import { richText } from './rich-text.ts'
import { relations } from './relations.ts'
import { text } from './text.ts'
import { time } from './time.ts'
import { url } from './url.ts'
import type { CheckPlace, Checked, ValueChecker } from './value-checker.ts'
import { yesNo } from './yes-no.ts'

type ValueCheckers = { readonly [T in Field['type']]: ValueChecker<Extract<Field, { type: T }>> }

export const valueCheckers: ValueCheckers = {
  text,
  longText,
  richText,
  number,
  money,
  percent,
  rating,
  date,
  dateTime,
  time,
  duration,
  yesNo,
  choice,
  multiChoice,
  tags,
  email,
  phone,
  url,
  address,
  dateRange,
  location,
  foreignMoney,
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

/**
 * Normalises and checks one value of a field: exact decimals, real calendar days, UTC instants, NFC text. Empty is
 * null for every type; whether it may be empty is for the rules of the form.
 */
export function checkValue(field: Field, value: unknown, place: CheckPlace): Checked {
  if (value === null || value === undefined) return { ok: true, value: null }
  return (valueCheckers[field.type] as ValueChecker<Field>)(field, value, place)
}
