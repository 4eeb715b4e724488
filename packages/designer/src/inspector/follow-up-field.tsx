import type { Edit, Form } from '@pipewright/schemas'
import { Select } from 'antd'
import { useLocalized } from '../environment/use-localized.ts'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'

type FormChanges = Extract<Edit, { type: 'setForm' }>['changes']

interface FollowUpProps {
  readonly form: Form
  readonly change: (changes: FormChanges) => void
}

/** The date by which the owner of a record is to get back to it. */
export function FollowUpField({ form, change }: FollowUpProps) {
  const t = useTexts()
  const read = useLocalized()
  const days = form.fields.filter(({ type }) => type === 'date')
  return (
    <Property label={t('forms.followUpField')} help={t('forms.followUpFieldHelp')}>
      {(id) => (
        <Select
          id={id}
          allowClear
          className="pwd-full"
          value={form.followUpField ?? null}
          placeholder={t('forms.noFollowUp')}
          options={days.map(({ key, label }) => ({ value: key, label: read(label) }))}
          onChange={(followUpField: string | null | undefined) =>
            change({ followUpField: followUpField ?? null })
          }
        />
      )}
    </Property>
  )
}
