import type { Field } from '@pipewright/schemas'
import type { CellType } from '../cell-type.ts'
import { address } from './address.ts'
import { anyRelation } from './any-relation.ts'
import { dateRange } from './date-range.ts'
import { location } from './location.ts'
import { attachment } from './attachment.ts'
import { autoNumber } from './auto-number.ts'
import { choice } from './choice.ts'
import { date } from './date.ts'
import { dateTime } from './date-time.ts'
import { duration } from './duration.ts'
import { email } from './email.ts'
import { foreignMoney } from './foreign-money.ts'
import { formula } from './formula.ts'
import { foundMany } from './found-many.ts'
import { found } from './found.ts'
import { lineItems } from './line-items.ts'
import { lookup } from './lookup.ts'
import { longText } from './long-text.ts'
import { member } from './member.ts'
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

type CellTypes = { readonly [T in Field['type']]: CellType<Extract<Field, { type: T }>> }

/** How values of each type of field stand in the cells of a table. */
export const cellTypes: CellTypes = {
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
  members: foundMany,
  department: found,
  departments: foundMany,
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
