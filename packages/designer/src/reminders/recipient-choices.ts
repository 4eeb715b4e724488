import { meets, type DefinitionIndex } from '@pipewright/metadata'
import type { AppDefinition, Form, LocalizedText, ReminderRecipient } from '@pipewright/schemas'
import type { Translate } from '../texts/use-texts.ts'

/** A recipient as the value of a choice. */
export function recipientName(told: ReminderRecipient): string {
  switch (told.type) {
    case 'owner':
    case 'ownersManager':
    case 'followers':
      return told.type
    case 'field':
      return `field:${told.field}`
    case 'role':
      return `role:${told.role}`
    case 'member':
      return `member:${told.member}`
  }
}

export function recipientNamed(name: string): ReminderRecipient {
  const [type = '', of = ''] = name.split(':')
  if (type === 'field') return { type, field: of }
  if (type === 'role') return { type, role: of }
  if (type === 'member') return { type, member: of }
  return { type: type === 'ownersManager' || type === 'followers' ? type : 'owner' }
}

interface Around {
  readonly definition: AppDefinition
  readonly index: DefinitionIndex
  readonly people: readonly { readonly id: string; readonly name: string; readonly active: boolean }[]
  readonly read: (text: LocalizedText | undefined) => string
  readonly t: Translate
}

/** Everybody who can be told. */
export function recipientChoices(form: Form, { definition, index, people, read, t }: Around) {
  const fields = form.fields.filter(({ key }) => {
    const found = index.field(form.key, key)
    return found !== undefined && meets(found, 'ownPeople')
  })
  return [
    ...(['owner', 'ownersManager', 'followers'] as const).map((value) => ({
      value: value as string,
      label: t(`reminders.${value}`),
    })),
    ...fields.map(({ key, label }) => ({
      value: `field:${key}`,
      label: t('reminders.fieldPeople', { field: read(label) }),
    })),
    ...definition.roles.map(({ key, label }) => ({
      value: `role:${key}`,
      label: t('reminders.role', { role: read(label) }),
    })),
    ...people.filter(({ active }) => active).map(({ id, name }) => ({ value: `member:${id}`, label: name })),
  ]
}
