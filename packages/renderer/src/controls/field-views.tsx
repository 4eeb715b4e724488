import type { Field, LineItemsField } from '@pipewright/schemas'
import { lazy, Suspense } from 'react'
import { AttachmentCell, AttachmentValue } from './attachment/attached-files.tsx'
import type { FieldView, FieldViews, ValueProps } from './field-control.ts'
import { FigureValue } from './figure-value.tsx'
import { ForeignMoneyValue } from './foreign-money-value.tsx'
import { LinkValue } from './link-value.tsx'
import { LocationValue } from './location/location-value.tsx'
import { LongTextValue } from './long-text-value.tsx'
import { MemberValue } from './member-value.tsx'
import { OptionValue } from './options/option-value.tsx'
import { PhoneValue } from './phone-value.tsx'
import { DocumentNumber, NumericCell, PlainCell, PlainValue } from './plain-value.tsx'
import { DepartmentsValue, MembersValue, TagsValue } from './people/people-values.tsx'
import { RatingValue } from './rating-value.tsx'
import { AnyRelationValue } from './relation/any-relation-value.tsx'
import { RelationValue } from './relation/relation-value.tsx'
import { RelationsValue } from './relation/relations-value.tsx'
import { RichTextRead } from './rich-text/rich-text-read.tsx'
import { YesNoCell } from './yes-no-cell.tsx'
import './controls.css'

// Only a record page shows line items, and they bring exact arithmetic for their totals.
const LineItemsValue = lazy(async () => ({
  default: (await import('./line-items/line-items-value.tsx')).LineItemsValue,
}))

function LineItemsTable(props: ValueProps<LineItemsField>) {
  return (
    <Suspense fallback={null}>
      <LineItemsValue {...props} views={fieldViews} />
    </Suspense>
  )
}

/** How each type of field is shown. Lists and boards need no more than this: the controls come with the first form. */
export const fieldViews: FieldViews = {
  text: { ReadOnly: PlainValue, Cell: PlainCell, align: 'start', width: 200 },
  longText: { ReadOnly: LongTextValue, Cell: PlainCell, align: 'start', width: 280 },
  richText: { ReadOnly: RichTextRead, Cell: PlainCell, align: 'start', width: 280 },
  number: { ReadOnly: FigureValue, Cell: FigureValue, align: 'end', width: 120 },
  money: { ReadOnly: NumericCell, Cell: NumericCell, align: 'end', width: 140 },
  foreignMoney: { ReadOnly: ForeignMoneyValue, Cell: NumericCell, align: 'end', width: 160 },
  percent: { ReadOnly: FigureValue, Cell: FigureValue, align: 'end', width: 110 },
  rating: { ReadOnly: RatingValue, Cell: RatingValue, align: 'start', width: 130 },
  date: { ReadOnly: NumericCell, Cell: NumericCell, align: 'start', width: 130 },
  dateTime: { ReadOnly: NumericCell, Cell: NumericCell, align: 'start', width: 180 },
  time: { ReadOnly: NumericCell, Cell: NumericCell, align: 'start', width: 100 },
  duration: { ReadOnly: NumericCell, Cell: NumericCell, align: 'end', width: 120 },
  yesNo: { ReadOnly: PlainValue, Cell: YesNoCell, align: 'start', width: 90 },
  choice: { ReadOnly: OptionValue, Cell: OptionValue, align: 'start', width: 140 },
  tags: { ReadOnly: TagsValue, Cell: TagsValue, align: 'start', width: 200 },
  members: { ReadOnly: MembersValue, Cell: MembersValue, align: 'start', width: 220 },
  department: { ReadOnly: DepartmentsValue, Cell: DepartmentsValue, align: 'start', width: 150 },
  departments: { ReadOnly: DepartmentsValue, Cell: DepartmentsValue, align: 'start', width: 200 },
  multiChoice: { ReadOnly: OptionValue, Cell: OptionValue, align: 'start', width: 200 },
  email: { ReadOnly: LinkValue, Cell: LinkValue, align: 'start', width: 200 },
  phone: { ReadOnly: PhoneValue, Cell: PhoneValue, align: 'start', width: 150 },
  url: { ReadOnly: LinkValue, Cell: LinkValue, align: 'start', width: 200 },
  address: { ReadOnly: PlainValue, Cell: PlainCell, align: 'start', width: 260 },
  dateRange: { ReadOnly: NumericCell, Cell: NumericCell, align: 'start', width: 220 },
  location: { ReadOnly: LocationValue, Cell: PlainCell, align: 'start', width: 220 },
  member: { ReadOnly: MemberValue, Cell: MemberValue, align: 'start', width: 150 },
  anyRelation: { ReadOnly: AnyRelationValue, Cell: AnyRelationValue, align: 'start', width: 240 },
  relations: { ReadOnly: RelationsValue, Cell: RelationsValue, align: 'start', width: 220 },
  relation: { ReadOnly: RelationValue, Cell: RelationValue, align: 'start', width: 180 },
  lineItems: {
    ReadOnly: LineItemsTable,
    Cell: PlainCell,
    align: 'start',
    width: 100,
    wide: true,
  },
  autoNumber: { ReadOnly: DocumentNumber, Cell: DocumentNumber, align: 'start', width: 130 },
  attachment: {
    ReadOnly: AttachmentValue,
    Cell: AttachmentCell,
    align: 'start',
    width: 120,
  },
  formula: { ReadOnly: NumericCell, Cell: NumericCell, align: 'end', width: 140 },
  lookup: { ReadOnly: NumericCell, Cell: NumericCell, align: 'start', width: 140 },
  rollup: { ReadOnly: NumericCell, Cell: NumericCell, align: 'end', width: 140 },
}

/** The entry for a field whose type is only known at run time. */
export const viewOf = (field: Field): FieldView => fieldViews[field.type] as FieldView
