import type { RecordAnswer } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { FieldValues } from './field-values.tsx'
import './past.css'

interface Props {
  readonly form: Form
  readonly record: RecordAnswer
  /** The field that is shown first; null is that which names the record. */
  readonly field: string | null
  readonly onClose: () => void
}

/** The values of a field over time, each of which can be put back. */
export function FieldHistoryDialog({ form, record, field: first, onClose }: Props) {
  const text = useText()
  const locale = useUiLocale()
  const id = useId()
  const { rights } = useWorkspace()
  const readable = form.fields.filter(({ key }) => rights[form.key]?.fields[key] !== undefined)
  const [chosen, choose] = useState(first ?? form.titleField ?? readable[0]?.key ?? '')
  const field = readable.find(({ key }) => key === chosen)
  return (
    <Modal
      open
      width={640}
      title={text('fieldHistoryTitle', { title: record.title })}
      footer={null}
      onCancel={onClose}
    >
      <label htmlFor={id}>{text('fieldHistoryField')}</label>
      <Select
        id={id}
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: '100%' }}
        value={chosen}
        onChange={choose}
        options={readable.map(({ key, label }) => ({ value: key, label: localize(label, locale) || key }))}
      />
      {field !== undefined && <FieldValues form={form} record={record} field={field} />}
    </Modal>
  )
}
