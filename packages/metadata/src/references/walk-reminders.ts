import type { Form, LocalizedText, ReminderRecipient } from '@pipewright/schemas'
import { fieldsInText } from '../placeholders.ts'
import type { Segment } from '../pointer.ts'
import { mention, type Walk } from './reference.ts'
import { walkExpression } from './walk-expression.ts'

const kind = 'reminder'

function walkRecipient(
  walk: Walk,
  { key: form }: Form,
  told: ReminderRecipient,
  at: readonly Segment[],
): void {
  if (told.type === 'role') mention(walk, [...at, 'role'], kind, { kind: 'role', key: told.role })
  if (told.type === 'field')
    mention(walk, [...at, 'field'], kind, {
      kind: 'field',
      from: { form },
      path: told.field,
      expects: 'ownPeople',
    })
}

/** Fields whose values stand in what is told. */
function walkText(walk: Walk, { key: form }: Form, text: LocalizedText, at: readonly Segment[]): void {
  for (const [locale, words] of Object.entries(text))
    for (const path of fieldsInText(words))
      mention(walk, [...at, locale], kind, { kind: 'field', from: { form }, path, expects: 'placeable' })
}

/** The dates that members are reminded of, of which records, and who. */
export function walkReminders(walk: Walk, form: Form, base: readonly Segment[]): void {
  const from = { form: form.key }
  for (const [position, reminder] of (form.reminders ?? []).entries()) {
    const at = [...base, 'reminders', position]
    const here = { ...walk, label: reminder.label }
    mention(here, [...at, 'field'], kind, { kind: 'field', from, path: reminder.field, expects: 'viewEnd' })
    walkExpression(here, reminder.when, { at: [...at, 'when'], kind, scope: { root: from } })
    walkText(here, form, reminder.text, [...at, 'text'])
    for (const [place, told] of reminder.tell.entries())
      walkRecipient(here, form, told, [...at, 'tell', place])
  }
}
