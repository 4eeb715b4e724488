import type { Form, Reminder } from '@pipewright/schemas'
import { InputNumber, Select } from 'antd'
import { useTyped } from '../draft/use-typed.ts'
import { useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { Property } from '../parts/property.tsx'
import { SelectProperty } from '../parts/select-property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { datesOf, usualTime } from './reminder-dates.ts'

export interface ReminderPartProps {
  readonly form: Form
  readonly reminder: Reminder
  /** Changes the reminder as it is at that moment. */
  readonly change: (change: (reminder: Reminder) => Reminder) => void
}

interface CountedProps<U extends string> {
  readonly label: string
  readonly unitLabel: string
  readonly count: number
  readonly most: number
  readonly unit: U
  readonly units: readonly { readonly value: U; readonly label: string }[]
  readonly onCount: (count: number) => void
  readonly onUnit: (unit: U) => void
}

/** So many of something. */
export function Counted<U extends string>(props: CountedProps<U>) {
  const { label, unitLabel, count, most, unit, units, onCount, onUnit } = props
  const typed = useTyped<number | null>(count, (next) => next !== null && onCount(next))
  return (
    <Property label={label} group>
      {() => (
        <div className="pwd-line pwd-one-line">
          <InputNumber
            aria-label={label}
            value={typed.value}
            min={1}
            max={most}
            precision={0}
            onChange={typed.type}
            onBlur={typed.commit}
          />
          <Select<U>
            className="pwd-grow"
            aria-label={unitLabel}
            value={unit}
            options={[...units]}
            onChange={onUnit}
          />
        </div>
      )}
    </Property>
  )
}

const halfHours = Array.from({ length: 48 }, (_, at) => {
  const hour = String(Math.floor(at / 2)).padStart(2, '0')
  return `${hour}:${at % 2 === 0 ? '00' : '30'}`
})

function withoutOffset(reminder: Reminder): Reminder {
  const { offset: _, ...rest } = reminder
  return rest
}

const day = { count: 1, unit: 'workdays' } as const

/** From which date, how long before or after it, and at what time of the day. */
export function ReminderTimes({ form, reminder, change }: ReminderPartProps) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const { offset, at = usualTime } = reminder
  const units = (['workdays', 'days'] as const).map((value) => ({ value, label: t(`reminders.${value}`) }))
  const times = halfHours.includes(at) ? halfHours : [...halfHours, at].toSorted()
  return (
    <>
      <SelectProperty
        label={t('reminders.field')}
        value={reminder.field}
        options={datesOf(index, form).map(({ key, label }) => ({ value: key, label: read(label) }))}
        onCommit={(field) => change((now) => ({ ...now, field }))}
      />
      <SelectProperty
        label={t('reminders.side')}
        value={offset?.side ?? 'on'}
        options={(['before', 'on', 'after'] as const).map((value) => ({
          value,
          label: t(`reminders.${value}`),
        }))}
        onCommit={(side) =>
          change((now) =>
            side === 'on' ? withoutOffset(now) : { ...now, offset: { ...(now.offset ?? day), side } },
          )
        }
      />
      {offset !== undefined && (
        <Counted
          label={t('reminders.count')}
          unitLabel={t('reminders.unit')}
          count={offset.count}
          most={365}
          unit={offset.unit}
          units={units}
          onCount={(count) => change((now) => ({ ...now, offset: { ...(now.offset ?? offset), count } }))}
          onUnit={(unit) => change((now) => ({ ...now, offset: { ...(now.offset ?? offset), unit } }))}
        />
      )}
      <Property label={t('reminders.at')} help={t('reminders.atHelp')}>
        {(id) => (
          <Select
            id={id}
            showSearch
            className="pwd-full"
            value={at}
            options={times.map((value) => ({ value, label: value }))}
            onChange={(time: string) => change((now) => ({ ...now, at: time }))}
          />
        )}
      </Property>
    </>
  )
}
