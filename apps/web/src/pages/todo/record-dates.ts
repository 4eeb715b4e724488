import type { TaskRelative } from '@pipewright/contract'
import { isWritable, localize, valueKindOf, type Locale } from '@pipewright/metadata'
import type { AppDefinition, Field } from '@pipewright/schemas'

export interface RecordDate {
  readonly key: string
  readonly label: string
}

type Forms = Pick<AppDefinition, 'forms'>

const isDate = (field: Field): boolean => ['date', 'dateTime'].includes(valueKindOf(field))

const named = (fields: readonly Field[], locale: Locale): RecordDate[] =>
  fields.map(({ key, label }) => ({ key, label: localize(label, locale) }))

const fieldsOf = ({ forms }: Forms, form: string | null | undefined): readonly Field[] =>
  forms.find(({ key }) => key === form)?.fields ?? []

/** The dates of a form that the member may read, which tasks about its records can go by. */
export const datesOfForm = (app: Forms, form: string | null | undefined, locale: Locale): RecordDate[] =>
  named(fieldsOf(app, form).filter(isDate), locale)

/** Those of them that people enter: what is calculated mostly tells of the past. */
export const enteredDatesOf = (app: Forms, form: string, locale: Locale): RecordDate[] =>
  named(
    fieldsOf(app, form).filter((field) => isDate(field) && isWritable(field)),
    locale,
  )

export const relativeWays = ['workdaysBefore', 'daysBefore', 'workdaysAfter', 'daysAfter'] as const
export type RelativeWay = (typeof relativeWays)[number]

const parts: { readonly [W in RelativeWay]: Pick<TaskRelative, 'unit' | 'side'> } = {
  workdaysBefore: { unit: 'workdays', side: 'before' },
  daysBefore: { unit: 'days', side: 'before' },
  workdaysAfter: { unit: 'workdays', side: 'after' },
  daysAfter: { unit: 'days', side: 'after' },
}

export const wayOf = ({ unit, side }: TaskRelative): RelativeWay =>
  relativeWays.find((way) => parts[way].unit === unit && parts[way].side === side) ?? 'workdaysBefore'

export const relativeOf = (field: string, count: number, way: RelativeWay): TaskRelative => ({
  field,
  count,
  ...parts[way],
})
