import type { Reminder } from '@pipewright/schemas'
import { NumberProperty } from '../parts/number-property.tsx'
import { Property } from '../parts/property.tsx'
import { SelectProperty } from '../parts/select-property.tsx'
import { ConditionEditor } from '../rules/condition-editor.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { Counted, type ReminderPartProps } from './reminder-times.tsx'

type Repeat = NonNullable<Reminder['repeat']>

const thrice = 3
const usual: Repeat = { count: 1, unit: 'weeks', times: thrice }

function withoutRepeat(reminder: Reminder): Reminder {
  const { repeat: _, ...rest } = reminder
  return rest
}

/** What is told again without end needs a condition that ends it. */
function withEnd(reminder: Reminder): Reminder {
  const { repeat, when } = reminder
  if (repeat === undefined || repeat.times !== undefined || when !== undefined) return reminder
  return { ...reminder, repeat: { ...repeat, times: thrice } }
}

function withWhen(reminder: Reminder, when: Reminder['when'] | null): Reminder {
  const { when: _, ...rest } = reminder
  return when === null || when === undefined ? withEnd(rest) : { ...rest, when }
}

function withTimes(reminder: Reminder, before: Repeat, times: number | undefined): Reminder {
  const { times: _, ...repeat } = before
  return withEnd({ ...reminder, repeat: times === undefined ? repeat : { ...repeat, times } })
}

/** Of which records is told, and how often. */
export function ReminderWhile({ form, reminder, change }: ReminderPartProps) {
  const t = useTexts()
  const { repeat, when } = reminder
  const units = (['workdays', 'days', 'weeks'] as const).map((value) => ({
    value,
    label: t(`reminders.${value}`),
  }))
  const put = (part: Partial<Repeat>) =>
    change((now) => ({ ...now, repeat: { ...(now.repeat ?? usual), ...part } }))
  return (
    <>
      <Property label={t('reminders.when')} group>
        {() => (
          <ConditionEditor
            form={form.key}
            label={t('reminders.when')}
            text={t('reminders.always')}
            value={when ?? null}
            onCommit={(next) => change((now) => withWhen(now, next))}
          />
        )}
      </Property>
      <SelectProperty
        label={t('reminders.often')}
        value={repeat === undefined ? 'once' : 'again'}
        options={(['once', 'again'] as const).map((value) => ({ value, label: t(`reminders.${value}`) }))}
        onCommit={(often) =>
          change((now) => (often === 'once' ? withoutRepeat(now) : { ...now, repeat: now.repeat ?? usual }))
        }
      />
      {repeat !== undefined && (
        <>
          <Counted
            label={t('reminders.every')}
            unitLabel={t('reminders.unit')}
            count={repeat.count}
            most={100}
            unit={repeat.unit}
            units={units}
            onCount={(count) => put({ count })}
            onUnit={(unit) => put({ unit })}
          />
          <NumberProperty
            label={t('reminders.times')}
            value={repeat.times}
            min={2}
            max={100}
            placeholder={t('reminders.timesOpen')}
            onCommit={(times) => change((now) => withTimes(now, now.repeat ?? repeat, times))}
          />
          {when === undefined && <p className="pwd-quiet">{t('reminders.timesHelp')}</p>}
        </>
      )}
    </>
  )
}
