import type { Form } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { useLocalized } from '../environment/use-localized.ts'
import { RemoveForm } from '../forms/remove-form.tsx'
import { MailTemplatesProperty } from '../mail-templates/mail-templates-property.tsx'
import { RemindersProperty } from '../reminders/reminders-property.tsx'
import { StartInspector } from '../start/start-inspector.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { EntryInspector } from './entry-inspector.tsx'
import { FormNames, SpecialFields } from './form-parts.tsx'
import { LabelsProperty } from './labels-property.tsx'
import { MatchingProperty } from './matching-property.tsx'
import { PageInspector } from './page-inspector.tsx'
import { PagesProperty } from './pages-property.tsx'
import { UniquenessProperty } from './uniqueness-property.tsx'

/** Names, look and special fields of a form, and how its record page is made up. */
export function FormInspector({ form }: { readonly form: Form }) {
  const t = useTexts()
  const read = useLocalized()
  return (
    <>
      <header className="pwd-inspector-head">
        <div className="pwd-inspector-title">
          <Icon name={form.icon ?? 'file-text'} />
          <h2>{read(form.label)}</h2>
        </div>
        <div className="pwd-key">
          {t('inspector.form')} · {t('inspector.key')} <code>{form.key}</code>
        </div>
      </header>
      <FormNames form={form} />
      <SpecialFields form={form} />
      <MatchingProperty form={form} />
      <UniquenessProperty form={form} />
      <RemindersProperty form={form} />
      <MailTemplatesProperty form={form} />
      <PagesProperty form={form} />
      <LabelsProperty form={form} />
      <StartInspector form={form} />
      <EntryInspector form={form} />
      <PageInspector form={form} />
      <RemoveForm form={form} />
    </>
  )
}
