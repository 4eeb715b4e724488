import type { Form } from '@pipewright/schemas'
import type { ComponentType } from 'react'
import { RemoveForm } from '../forms/remove-form.tsx'
import { EntryInspector } from '../inspector/entry-inspector.tsx'
import { FormNames, SpecialFields } from '../inspector/form-parts.tsx'
import { LabelsProperty } from '../inspector/labels-property.tsx'
import { PageInspector } from '../inspector/page-inspector.tsx'
import { PagesProperty } from '../inspector/pages-property.tsx'
import { MatchingProperty } from '../inspector/matching-property.tsx'
import { UniquenessProperty } from '../inspector/uniqueness-property.tsx'
import { RemindersProperty } from '../reminders/reminders-property.tsx'
import { StartInspector } from '../start/start-inspector.tsx'
import type { TextKey } from '../texts/use-texts.ts'

/** Settings of a form that are made together, with the words that find them. */
export interface SettingGroup {
  readonly key: string
  readonly words: readonly TextKey[]
  readonly Content: ComponentType<{ readonly form: Form }>
}

/** Everything about a form that is neither a field nor a page of its own. */
export const settingGroups: readonly SettingGroup[] = [
  {
    key: 'names',
    words: [
      'inspector.basics',
      'forms.label',
      'forms.labelPlural',
      'forms.description',
      'forms.descriptionHelp',
      'forms.look',
      'forms.icon',
      'forms.color',
    ],
    Content: FormNames,
  },
  {
    key: 'special',
    words: [
      'forms.special',
      'forms.titleField',
      'forms.titleFieldHelp',
      'forms.stageField',
      'forms.followUpField',
      'forms.logText',
      'forms.logTemplates',
      'layouts.typeField',
      'forms.searchFields',
    ],
    Content: SpecialFields,
  },
  {
    key: 'matching',
    words: ['matching.title', 'matching.help', 'matching.fields'],
    Content: MatchingProperty,
  },
  { key: 'unique', words: ['unique.title', 'unique.help', 'unique.fields'], Content: UniquenessProperty },
  {
    key: 'reminders',
    words: ['reminders.title', 'reminders.help', 'reminders.add', 'reminders.task'],
    Content: RemindersProperty,
  },
  {
    key: 'pages',
    words: ['pages.title', 'pages.help', 'pages.steps', 'pages.stepsHelp'],
    Content: PagesProperty,
  },
  {
    key: 'labels',
    words: ['labels.title', 'labels.place', 'labels.beside', 'labels.help'],
    Content: LabelsProperty,
  },
  { key: 'start', words: ['start.title', 'start.last', 'start.lastHelp'], Content: StartInspector },
  {
    key: 'entry',
    words: [
      'entry.title',
      'entry.fillMost',
      'entry.fillHelp',
      'entry.message',
      'entry.open',
      'entry.url',
      'entry.copyAll',
      'entry.copyFields',
      'entry.copyHelp',
    ],
    Content: EntryInspector,
  },
  {
    key: 'page',
    words: ['forms.page', 'forms.keyFacts', 'forms.related', 'forms.quickCreate', 'forms.quickCreateHelp'],
    Content: PageInspector,
  },
  { key: 'remove', words: ['forms.remove'], Content: RemoveForm },
]
