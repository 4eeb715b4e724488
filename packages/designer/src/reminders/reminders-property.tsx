import { indexDefinition } from '@pipewright/metadata'
import type { Form, Reminder } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useState } from 'react'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { ReminderCard } from './reminder-card.tsx'
import { datesOf, newReminder } from './reminder-dates.ts'

const most = 50
const suffixLength = 8

/** Changes the reminders of a form as they are at that moment. */
function useRemindersChange({ key }: Form) {
  const { store, edit } = useDesign()
  return (change: (all: readonly Reminder[]) => Reminder[]) => {
    const now = indexDefinition(store.state().definition).form(key)
    const next = change(now?.reminders ?? [])
    return edit({ type: 'setForm', form: key, changes: { reminders: next.length === 0 ? null : next } })
  }
}

/** Of which dates of its records members are reminded. */
export function RemindersProperty({ form }: { readonly form: Form }) {
  const t = useTexts()
  const { locale } = useDesign()
  const index = useIndex()
  const change = useRemindersChange(form)
  const [open, setOpen] = useState<string | null>(null)
  const { reminders = [] } = form
  const [date] = datesOf(index, form)
  const add = () => {
    if (date === undefined) return
    const suffix = crypto.randomUUID().slice(0, suffixLength)
    const made = newReminder({ field: date.key, suffix, label: { [locale]: t('reminders.newName') } })
    if (change((all) => [...all, made])) setOpen(made.key)
  }
  return (
    <PropertyGroup title={t('reminders.title')}>
      <p className="pwd-quiet">{t('reminders.help')}</p>
      {reminders.map((reminder) => (
        <ReminderCard
          key={reminder.key}
          form={form}
          reminder={reminder}
          isOpen={open === reminder.key}
          onToggle={() => setOpen(open === reminder.key ? null : reminder.key)}
          onRemove={() => change((all) => all.filter(({ key }) => key !== reminder.key))}
          change={(next) => change((all) => all.map((one) => (one.key === reminder.key ? next(one) : one)))}
        />
      ))}
      <Button icon={<Icon name="plus" />} disabled={reminders.length >= most} onClick={add}>
        {t('reminders.add')}
      </Button>
    </PropertyGroup>
  )
}
