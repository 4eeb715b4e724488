import { meets, systemFields, type DefinitionIndex } from '@pipewright/metadata'
import type { Field, Form, Reminder } from '@pipewright/schemas'

/** The moments every record has by itself that people know. */
const moments = ['created_at', 'updated_at'] as const

/** The dates of a form that a reminder can count from. */
export const datesOf = (index: DefinitionIndex, form: Form): Field[] => [
  ...form.fields.filter(({ key }) => {
    const found = index.field(form.key, key)
    return found !== undefined && meets(found, 'viewEnd')
  }),
  ...[...moments, ...(form.stageField === undefined ? [] : (['stage_since'] as const))].flatMap(
    (key) => systemFields.get(key) ?? [],
  ),
]

export const usualTime = '08:00'

interface NewReminder {
  readonly field: string
  /** Tells it from every other there ever was: what was told under a key is not told again. */
  readonly suffix: string
  readonly label: Reminder['label']
}

/** Whole from the start: the owner, one working day before the date. */
export const newReminder = ({ field, suffix, label }: NewReminder): Reminder => ({
  key: `reminder_${suffix}`,
  label,
  field,
  offset: {
    count: 1,
    unit: 'workdays',
    side: field in { created_at: 1, updated_at: 1 } ? 'after' : 'before',
  },
  tell: [{ type: 'owner' }],
  text: label,
})
