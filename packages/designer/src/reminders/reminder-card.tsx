import { useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { Property } from '../parts/property.tsx'
import { TitledCard } from '../parts/titled-card.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { datesOf, usualTime } from './reminder-dates.ts'
import { ReminderTell } from './reminder-tell.tsx'
import { ReminderTimes, type ReminderPartProps } from './reminder-times.tsx'
import { ReminderWhile } from './reminder-while.tsx'

interface ReminderCardProps extends ReminderPartProps {
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly onRemove: () => void
}

/** When it tells, in a sentence. */
function useSaid({ form, reminder: { field, offset, at = usualTime } }: ReminderPartProps): string {
  const t = useTexts()
  const read = useLocalized()
  const date = datesOf(useIndex(), form).find(({ key }) => key === field)
  const words = { field: date === undefined ? field : read(date.label), at }
  if (offset === undefined) return t('reminders.said_on', words)
  return t(`reminders.said_${offset.side}_${offset.unit}`, { ...words, count: offset.count })
}

/** One reminder: what it says of itself, and what makes it up where that is open. */
export function ReminderCard({ isOpen, onToggle, onRemove, ...part }: ReminderCardProps) {
  const t = useTexts()
  const read = useLocalized()
  const said = useSaid(part)
  const { reminder, change } = part
  const name = read(reminder.label)
  return (
    <TitledCard
      name={name}
      toggle={{ isOpen, label: t('reminders.edit', { name }), press: onToggle }}
      remove={{ label: t('reminders.remove', { name }), press: onRemove }}
    >
      <p className="pwd-quiet">{said}</p>
      {isOpen && (
        <>
          <Property label={t('reminders.name')} group>
            {() => (
              <LocalizedInput
                label={t('reminders.name')}
                value={reminder.label}
                onCommit={(label) => {
                  if (Object.keys(label).length > 0) change((now) => ({ ...now, label }))
                }}
              />
            )}
          </Property>
          <ReminderTimes {...part} />
          <ReminderWhile {...part} />
          <ReminderTell {...part} />
        </>
      )}
    </TitledCard>
  )
}
