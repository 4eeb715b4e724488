import type { ImportAlike } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { Select } from 'antd'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useImportText } from './use-import-text.ts'

interface AlikeChoiceProps {
  readonly form: Form
  /** Fields by which rows are compared. */
  readonly fields: readonly string[]
  readonly alike: ImportAlike
  readonly onChange: (alike: ImportAlike) => void
}

/** What becomes of rows that look like a record, or like an earlier row of the file. */
export function AlikeChoice({ form, fields, alike, onChange }: AlikeChoiceProps) {
  const mayUpdate = useWorkspace().rights[form.key]?.update === true
  const text = useImportText()
  const locale = useUiLocale()
  const labels = form.fields
    .filter(({ key }) => fields.includes(key))
    .map(({ label }) => localize(label, locale))
  const common = [
    { value: 'ask' as const, label: text('ask') },
    { value: 'import' as const, label: text('import') },
    { value: 'leave' as const, label: text('leave') },
  ]
  return (
    <fieldset className="import-writes">
      <legend>{text('choice')}</legend>
      <p className="quiet import-hint">{text('choiceHint', { fields: labels.join(text('between')) })}</p>
      <div className="import-keys">
        <label htmlFor="import-there">{text('there')}</label>
        <Select
          id="import-there"
          value={alike.there}
          options={[...common, ...(mayUpdate ? [{ value: 'update' as const, label: text('update') }] : [])]}
          onChange={(there) => onChange({ ...alike, there })}
        />
        <label htmlFor="import-twice">{text('twice')}</label>
        <Select
          id="import-twice"
          value={alike.twice}
          options={common}
          onChange={(twice) => onChange({ ...alike, twice })}
        />
      </div>
    </fieldset>
  )
}
