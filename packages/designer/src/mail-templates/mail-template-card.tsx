import type { Form, LocalizedText, MailTemplate } from '@pipewright/schemas'
import { FilledLabelProperty } from '../elements/filled-label-property.tsx'
import { useLocalized } from '../environment/use-localized.ts'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { Property } from '../parts/property.tsx'
import { TitledCard } from '../parts/titled-card.tsx'
import { useTexts } from '../texts/use-texts.ts'

export interface MailTemplateCardProps {
  readonly form: Form
  readonly template: MailTemplate
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly onRemove: () => void
  readonly change: (changes: Partial<MailTemplate>) => void
}

const textLines = 6

/** One template: its name, and its subject and text with places for values where it is open. */
export function MailTemplateCard(props: MailTemplateCardProps) {
  const { form, template, isOpen, onToggle, onRemove, change } = props
  const t = useTexts()
  const read = useLocalized()
  const name = read(template.label)
  // What was emptied stays as it was: a template without words is none.
  const put = (part: 'label' | 'subject' | 'text') => (words: LocalizedText) => {
    if (Object.keys(words).length > 0) change({ [part]: words })
  }
  return (
    <TitledCard
      name={name}
      toggle={{ isOpen, label: t('mailTemplates.edit', { name }), press: onToggle }}
      remove={{ label: t('mailTemplates.remove', { name }), press: onRemove }}
    >
      {isOpen && (
        <>
          <Property label={t('mailTemplates.name')} group>
            {() => (
              <LocalizedInput
                label={t('mailTemplates.name')}
                value={template.label}
                onCommit={put('label')}
              />
            )}
          </Property>
          <FilledLabelProperty
            form={form}
            label={t('mailTemplates.subject')}
            value={template.subject}
            onCommit={put('subject')}
          />
          <FilledLabelProperty
            form={form}
            label={t('mailTemplates.text')}
            lines={textLines}
            value={template.text}
            onCommit={put('text')}
          />
        </>
      )}
    </TitledCard>
  )
}
