import type { Form } from '@pipewright/schemas'
import type { Segment } from '../pointer.ts'
import { mention, mentionFields, type Walk } from './reference.ts'
import { walkConversions } from './walk-conversions.ts'
import { walkPublicForms } from './walk-public-forms.ts'
import { walkFollowUpLog } from './walk-follow-up-log.ts'
import { walkFields } from './walk-fields.ts'
import { walkLayout } from './walk-layout.ts'
import { walkRules } from './walk-rules.ts'
import { walkStart } from './walk-start.ts'
import { walkMailTemplates } from './walk-mail-templates.ts'
import { walkReminders } from './walk-reminders.ts'
import { walkMatching } from './walk-matching.ts'
import { walkUniqueness } from './walk-uniqueness.ts'
import { walkStages } from './walk-stages.ts'

export function walkForm(walk: Walk, form: Form, at: readonly Segment[]): void {
  const from = { form: form.key }
  mention(walk, [...at, 'titleField'], 'title', {
    kind: 'field',
    from,
    path: form.titleField,
    expects: 'title',
  })
  if (form.stageField !== undefined)
    mention(walk, [...at, 'stageField'], 'stage', {
      kind: 'field',
      from,
      path: form.stageField,
      expects: 'ownChoice',
    })
  if (form.followUpField !== undefined)
    mention(walk, [...at, 'followUpField'], 'followUp', {
      kind: 'field',
      from,
      path: form.followUpField,
      expects: 'ownDay',
    })
  if (form.typeField !== undefined)
    mention(walk, [...at, 'typeField'], 'recordType', {
      kind: 'field',
      from,
      path: form.typeField,
      expects: 'ownChoice',
    })
  mentionFields(walk, [...at, 'searchFields'], 'search', {
    from,
    paths: form.searchFields,
    expects: 'searchable',
  })
  mentionFields(walk, [...at, 'matchFields'], 'match', {
    from,
    paths: form.matchFields,
    expects: 'matchable',
  })
  mentionFields(walk, [...at, 'copyFields'], 'copy', {
    from,
    paths: form.copyFields,
    expects: 'own',
  })
  walkFollowUpLog(walk, form, at)
  walkMailTemplates(walk, form, at)
  walkMatching(walk, form, at)
  walkReminders(walk, form, at)
  walkUniqueness(walk, form, at)
  walkStart(walk, form, at)
  walkFields(walk, form.fields, { at: [...at, 'fields'], place: from })
  walkLayout(walk, form, at)
  walkStages(walk, form, at)
  walkRules(walk, form, at)
  walkConversions(walk, form, at)
  walkPublicForms(walk, form, at)
}
