import type { FollowUpLog, Form } from '@pipewright/schemas'
import { Select } from 'antd'
import { useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'

export interface MailKindProps {
  readonly form: Form
  readonly log: FollowUpLog
  readonly onChange: (log: FollowUpLog) => void
}

/** As which kind mails count among the follow-ups; where there is no kind they count by themselves. */
export function MailKind({ form, log, onChange }: MailKindProps) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const field = form.fields.find(({ key }) => key === log.kind)
  if (field === undefined) return null
  return (
    <Property label={t('forms.logMailKind')} help={t('forms.logMailKindHelp')}>
      {(id) => (
        <Select<string | null>
          id={id}
          allowClear
          className="pwd-full"
          value={log.mailKind ?? null}
          placeholder={t('forms.logMailKindNone')}
          options={index.options(field).map(({ key, label }) => ({ value: key, label: read(label) }))}
          onChange={(kind) => {
            const { mailKind: _, ...rest } = log
            onChange(kind === null || kind === undefined ? rest : { ...rest, mailKind: kind })
          }}
        />
      )}
    </Property>
  )
}
