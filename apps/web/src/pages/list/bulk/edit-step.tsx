import type { BulkAction } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { ChangeRow } from './change-row.tsx'
import { changeable, changeOf, waysOf, type Told } from './field-ways.ts'

interface EditStepProps {
  readonly form: Form
  readonly mayBeAtOnce: boolean
  readonly onAct: (action: BulkAction) => void
  readonly onPreview: (action: BulkAction) => void
  readonly onCancel: () => void
}

/** Asks which fields become what. */
export function EditStep({ form, mayBeAtOnce, onAct, onPreview, onCancel }: EditStepProps) {
  const { rights } = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const [all, setAll] = useState<readonly Told[]>([])
  const fields = changeable(form.fields, rights[form.key])
  const left = fields.filter((field) => all.every((told) => told.field.key !== field.key))
  const add = (key: string) => {
    const field = fields.find((one) => one.key === key)
    if (field === undefined) return
    const [way = 'set'] = waysOf(field)
    setAll([...all, { field, way, value: null, expression: undefined }])
  }
  const changes = all.flatMap((told) => changeOf(told) ?? [])
  const isWhole = all.length > 0 && changes.length === all.length
  const action: BulkAction = { type: 'edit', changes }
  const at = (position: number, next: readonly Told[]) => setAll(all.toSpliced(position, 1, ...next))
  return (
    <>
      {all.map((told, position) => (
        <ChangeRow
          key={told.field.key}
          form={form.key}
          told={told}
          onTell={(next) => at(position, [next])}
          onRemove={() => at(position, [])}
        />
      ))}
      <Select
        autoFocus
        style={{ width: 280, maxWidth: '100%', marginTop: 12 }}
        aria-label={text('bulkAddField')}
        placeholder={text('bulkAddField')}
        value={null}
        showSearch={{ optionFilterProp: 'label' }}
        options={left.map(({ key, label }) => ({ value: key, label: localize(label, locale) }))}
        onChange={(key: string | null) => key !== null && add(key)}
      />
      <div className="bulk-foot">
        <Button onClick={onCancel}>{text('cancel')}</Button>
        <Button
          type={mayBeAtOnce ? 'default' : 'primary'}
          disabled={!isWhole}
          onClick={() => onPreview(action)}
        >
          {text('bulkPreview')}
        </Button>
        {mayBeAtOnce && (
          <Button type="primary" disabled={!isWhole} onClick={() => onAct(action)}>
            {text('bulkChange')}
          </Button>
        )}
      </div>
    </>
  )
}
