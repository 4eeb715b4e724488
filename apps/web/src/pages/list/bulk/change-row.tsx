import { DeleteOutlined } from '@ant-design/icons'
import { localize } from '@pipewright/metadata'
import { FieldInput } from '@pipewright/renderer'
import { useUiLocale } from '@pipewright/ui'
import { Button, Select, Skeleton } from 'antd'
import { lazy, Suspense, useId } from 'react'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { waysOf, type Told, type Way } from './field-ways.ts'

const ReaderFormula = lazy(async () => ({
  default: (await import('@pipewright/designer/reader-formula')).ReaderFormula,
}))

const wayTexts = {
  set: 'bulkWaySet',
  clear: 'bulkWayClear',
  calculate: 'bulkWayCalculate',
  add: 'bulkWayAdd',
  remove: 'bulkWayRemove',
} as const satisfies Record<Way, string>

interface ChangeRowProps {
  readonly form: string
  readonly told: Told
  readonly onTell: (told: Told) => void
  readonly onRemove: () => void
}

/** What one field of all records becomes. */
export function ChangeRow({ form, told, onTell, onRemove }: ChangeRowProps) {
  const { definition, rights } = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const id = useId()
  const { field, way } = told
  const label = localize(field.label, locale)
  return (
    <div className="bulk-change" role="group" aria-label={label}>
      <span className="bulk-change-name">{label}</span>
      <Select
        aria-label={text('bulkWayOf', { field: label })}
        value={way}
        options={waysOf(field).map((value) => ({ value, label: text(wayTexts[value]) }))}
        onChange={(next: Way) => onTell({ ...told, way: next })}
      />
      <div>
        {way === 'calculate' && (
          <Suspense fallback={<Skeleton.Input active block />}>
            <ReaderFormula
              form={form}
              field={field}
              label={label}
              definition={definition}
              readable={rights}
              locale={locale}
              onChange={(expression) => onTell({ ...told, expression })}
            />
          </Suspense>
        )}
        {way !== 'calculate' && way !== 'clear' && (
          <FieldInput
            id={id}
            label={label}
            field={field}
            value={told.value}
            onChange={(value) => onTell({ ...told, value })}
          />
        )}
      </div>
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={text('bulkLeave', { field: label })}
        onClick={onRemove}
      />
    </div>
  )
}
