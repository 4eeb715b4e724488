import './controls.css'
import type { Field } from '@pipewright/schemas'
import { anyRelation } from './any-relation.tsx'
import { address } from './address/address.tsx'
import { attachment } from './attachment.tsx'
import { autoNumber } from './auto-number.tsx'
import { choice } from './choice.tsx'
import { dateRange } from './date-range.tsx'
import { dateTime } from './date-time.tsx'
import { date } from './date.tsx'
import { duration } from './duration.tsx'
import { email } from './email.tsx'
import type { FieldControl } from './field-control.ts'
import type { FieldControls } from './field-controls.ts'
import { foreignMoney } from './foreign-money.tsx'
import { formula } from './formula.tsx'
import { lineItemsWith } from './line-items.tsx'
import { lookup } from './lookup.tsx'
import { location } from './location/location.tsx'
import { longText } from './long-text.tsx'
import { member } from './member.tsx'
import { money } from './money.tsx'
import { multiChoice } from './multi-choice.tsx'
import { number } from './number.tsx'
import { department, departments, members } from './people/people-controls.tsx'
import { percent } from './percent.tsx'
import { phone } from './phone.tsx'
import { rating } from './rating.tsx'
import { relation } from './relation.tsx'
import { relations } from './relations.tsx'
import { richText } from './rich-text.tsx'
import { rollup } from './rollup.tsx'
import { tags } from './tags.tsx'
import { text } from './text.tsx'
import { time } from './time.tsx'
import { url } from './url.tsx'
import { yesNo } from './yes-no.tsx'

/** How each type of field is entered and shown. */
export const controls: FieldControls = {
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
  foreignMoney,
  location,
  member,
  members,
  department,
  departments,
  relation,
  relations,
  anyRelation,
  lineItems: lineItemsWith(() => controls),
  autoNumber,
  attachment,
  formula,
  lookup,
  rollup,
}

/** The entry for a field whose type is only known at run time. */
export const controlOf = (field: Field): FieldControl => controls[field.type] as FieldControl
