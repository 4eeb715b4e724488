import { makeKey } from '@pipewright/metadata'
import type { FollowUpLog, Form, NoteTemplate } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Select } from 'antd'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { NamedCardHead } from '../parts/named-card-head.tsx'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'

export interface NoteTemplatesProps {
  readonly form: Form
  readonly log: FollowUpLog
  readonly onChange: (log: FollowUpLog) => void
}

const mostTemplates = 30

function TemplateEditor(props: {
  readonly template: NoteTemplate
  readonly kinds: readonly { readonly value: string; readonly label: string }[]
  readonly onTemplate: (template: NoteTemplate) => void
  readonly onRemove: () => void
}) {
  const { template, kinds, onTemplate, onRemove } = props
  const t = useTexts()
  const read = useLocalized()
  return (
    <div className="pwd-card">
      <NamedCardHead
        label={t('forms.logTemplateLabel')}
        name={template.label}
        removeLabel={t('forms.logTemplateRemove', { name: read(template.label) })}
        onName={(label) => onTemplate({ ...template, label })}
        onRemove={onRemove}
      />
      <LocalizedInput
        lines={3}
        label={t('forms.logTemplateText')}
        value={template.text}
        onCommit={(text) => {
          if (Object.keys(text).length > 0) onTemplate({ ...template, text })
        }}
      />
      {kinds.length > 0 && (
        <Property label={t('forms.logTemplateKind')}>
          {(id) => (
            <Select<string | null>
              id={id}
              allowClear
              size="small"
              className="pwd-full"
              value={template.kind ?? null}
              placeholder={t('forms.logNoField')}
              options={[...kinds]}
              onChange={(kind) => {
                const { kind: _, ...rest } = template
                onTemplate(kind === null || kind === undefined ? rest : { ...rest, kind })
              }}
            />
          )}
        </Property>
      )}
    </div>
  )
}

/** Notes that are put in by one tap. */
export function NoteTemplates({ form, log, onChange }: NoteTemplatesProps) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const { locale } = useDesign()
  const { templates = [] } = log
  const field = form.fields.find(({ key }) => key === log.kind)
  const kinds =
    field === undefined
      ? []
      : index.options(field).map(({ key, label }) => ({ value: key, label: read(label) }))
  const put = (next: NoteTemplate[]) => {
    const { templates: _, ...rest } = log
    onChange(next.length === 0 ? rest : { ...rest, templates: next })
  }
  const add = () => {
    const label = { [locale]: t('forms.logTemplateNew') }
    const key = makeKey(label, new Set(templates.map((template) => template.key)))
    put([...templates, { key, label, text: label }])
  }
  return (
    <div role="group" aria-label={t('forms.logTemplates')}>
      {templates.map((template) => (
        <TemplateEditor
          key={template.key}
          template={template}
          kinds={kinds}
          onTemplate={(next) => put(templates.map((one) => (one.key === template.key ? next : one)))}
          onRemove={() => put(templates.filter((one) => one.key !== template.key))}
        />
      ))}
      <Button icon={<Icon name="plus" />} disabled={templates.length >= mostTemplates} onClick={add}>
        {t('forms.logTemplateAdd')}
      </Button>
    </div>
  )
}
