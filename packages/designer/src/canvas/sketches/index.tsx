import { localize } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { Input } from 'antd'
import { createElement, type ComponentType } from 'react'
import { AutoNumberSketch } from './auto-number-sketch.tsx'
import { FigureSketch } from './figure-sketch.tsx'
import { FormulaSketch } from './formula-sketch.tsx'
import { InputSketch } from './input-sketch.tsx'
import { LineItemsSketch } from './line-items-sketch.tsx'
import { literalDefault } from './literal-default.ts'
import { LookupSketch } from './lookup-sketch.tsx'
import { OptionSketch } from './option-sketch.tsx'
import { RatingSketch } from './rating-sketch.tsx'
import { AnyRelationSketch, RelationSketch } from './relation-sketch.tsx'
import { RollupSketch } from './rollup-sketch.tsx'
import { RichTextSketch } from './rich-text-sketch.tsx'
import type { SketchProps, Sketches } from './sketch.ts'
import { UploadSketch } from './upload-sketch.tsx'
import { YesNoSketch } from './yes-no-sketch.tsx'

/** Adding a type of field does not compile until it has a sketch. */
const sketches: Sketches = {
  text: ({ field }) => <InputSketch value={literalDefault(field)} />,
  longText: ({ field }) => <Input.TextArea readOnly tabIndex={-1} rows={3} value={literalDefault(field)} />,
  richText: RichTextSketch,
  number: ({ field, locale }) => (
    <FigureSketch field={field} suffix={localize(field.unit, locale) || undefined} />
  ),
  money: ({ field }) => <InputSketch value={literalDefault(field)} suffix={field.currency} />,
  foreignMoney: ({ field }) => <InputSketch suffix={field.currency} />,
  percent: ({ field }) => <FigureSketch field={field} suffix="%" />,
  rating: ({ field }) => <RatingSketch field={field} />,
  date: () => <InputSketch icon="calendar" />,
  dateTime: () => <InputSketch icon="clock" />,
  time: ({ field }) => <InputSketch value={literalDefault(field)?.slice(0, 5) ?? ''} icon="schedule" />,
  duration: () => <InputSketch icon="hourglass" />,
  yesNo: YesNoSketch,
  choice: OptionSketch,
  multiChoice: OptionSketch,
  email: ({ field }) => <InputSketch value={literalDefault(field)} icon="mail" />,
  phone: ({ field }) => <InputSketch value={literalDefault(field)} icon="phone" />,
  url: ({ field }) => <InputSketch value={literalDefault(field)} icon="link" />,
  address: () => <InputSketch icon="bank" />,
  dateRange: () => <InputSketch icon="calendar" />,
  location: () => <InputSketch icon="pin" />,
  tags: () => <InputSketch icon="tag" />,
  members: () => <InputSketch icon="team" />,
  department: () => <InputSketch icon="bank" />,
  departments: () => <InputSketch icon="bank" />,
  member: () => <InputSketch icon="user" />,
  relation: RelationSketch,
  relations: RelationSketch,
  anyRelation: AnyRelationSketch,
  lineItems: LineItemsSketch,
  autoNumber: AutoNumberSketch,
  attachment: UploadSketch,
  formula: FormulaSketch,
  lookup: LookupSketch,
  rollup: RollupSketch,
}

/** The sketch of a field whose type is only known at run time. */
export const FieldSketch = (props: SketchProps) =>
  createElement(sketches[props.field.type] as ComponentType<SketchProps>, props)

const alone: ReadonlySet<Field['type']> = new Set<Field['type']>([
  'text',
  'longText',
  'richText',
  'number',
  'money',
  'percent',
  'date',
  'dateTime',
  'email',
  'phone',
  'url',
  'member',
  'attachment',
])

/** Whether a sketch shows nothing but the field itself: no other form, field or shared option. */
export const looksAlone = (field: Field): boolean => alone.has(field.type)

/** Fields that take a whole row of their section by nature. */
export const isWide = ({ type }: Field): boolean =>
  type === 'lineItems' || type === 'longText' || type === 'richText'
