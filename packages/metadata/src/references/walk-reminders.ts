import type { Form, ReminderRecipient } from '@pipewright/schemas'
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

/** The dates that members are reminded of, of which records, and who. */
export function walkReminders(walk: Walk, form: Form, base: readonly Segment[]): void {
  const from = { form: form.key }
  for (const [position, reminder] of (form.reminders ?? []).entries()) {
    const at = [...base, 'reminders', position]
    const here = { ...walk, label: reminder.label }
    mention(here, [...at, 'field'], kind, { kind: 'field', from, path: reminder.field, expects: 'viewEnd' })
    walkExpression(here, reminder.when, { at: [...at, 'when'], kind, scope: { root: from } })
    for (const [place, told] of reminder.tell.entries())
      walkRecipient(here, form, told, [...at, 'tell', place])
  }
}
