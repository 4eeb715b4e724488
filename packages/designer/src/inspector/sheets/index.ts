import type { Field } from '@pipewright/schemas'
import { createElement, type ComponentType } from 'react'
import { AddressSheet } from './address.tsx'
import { AnyRelationSheet } from './any-relation.tsx'
import { AttachmentSheet } from './attachment.tsx'
import { AutoNumberSheet } from './auto-number.tsx'
import { ChoiceSheet } from './choice.tsx'
import { ForeignMoneySheet } from './foreign-money.tsx'
import { DayLimits } from './day-limits.tsx'
import { DateRangeSheet } from './date-range.tsx'
import { DateSheet } from './date.tsx'
import { DurationSheet } from './duration.tsx'
import { FormulaSheet } from './formula.tsx'
import { LineItemsSheet } from './line-items.tsx'
import { LookupSheet } from './lookup.tsx'
import { LocationSheet } from './location.tsx'
import { LongTextSheet } from './long-text.tsx'
import { MemberSheet } from './member.tsx'
import { MoneySheet } from './money.tsx'
import { MultiChoiceSheet } from './multi-choice.tsx'
import { NumberSheet } from './number.tsx'
import { PercentSheet } from './percent.tsx'
import { PhoneSheet } from './phone.tsx'
import { RatingSheet } from './rating.tsx'
import { RelationSheet } from './relation.tsx'
import { RelationsSheet } from './relations.tsx'
import { RichTextSheet } from './rich-text.tsx'
import { RollupSheet } from './rollup.tsx'
import type { SheetProps, Sheets } from './sheet.ts'
import { TagsSheet } from './tags.tsx'
import { TextSheet } from './text.tsx'
import { TimeSheet } from './time.tsx'
import { YesNoSheet } from './yes-no.tsx'

/** One sheet per type of field; null where there is nothing besides what every field has. */
const sheets: Sheets = {
  text: TextSheet,
  longText: LongTextSheet,
  richText: RichTextSheet,
  number: NumberSheet,
  money: MoneySheet,
  percent: PercentSheet,
  rating: RatingSheet,
  date: DateSheet,
  dateTime: DayLimits,
  time: TimeSheet,
  duration: DurationSheet,
  yesNo: YesNoSheet,
  choice: ChoiceSheet,
  multiChoice: MultiChoiceSheet,
  email: null,
  phone: PhoneSheet,
  url: null,
  address: AddressSheet,
  dateRange: DateRangeSheet,
  foreignMoney: ForeignMoneySheet,
  location: LocationSheet,
  tags: TagsSheet,
  member: MemberSheet,
  members: MemberSheet,
  department: null,
  departments: null,
  relation: RelationSheet,
  relations: RelationsSheet,
  anyRelation: AnyRelationSheet,
  lineItems: LineItemsSheet,
  autoNumber: AutoNumberSheet,
  attachment: AttachmentSheet,
  formula: FormulaSheet,
  lookup: LookupSheet,
  rollup: RollupSheet,
}

/** Whether a type of field has properties of its own. */
export const hasSheet = (field: Field): boolean => sheets[field.type] !== null

/** The sheet of a field whose type is only known at run time. */
export function FieldSheet(props: SheetProps) {
  const sheet = sheets[props.field.type] as ComponentType<SheetProps> | null
  return sheet === null ? null : createElement(sheet, props)
}
