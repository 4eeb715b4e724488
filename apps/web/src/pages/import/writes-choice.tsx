import type { ImportColumn, ImportWrites } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { Radio, Select } from 'antd'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { keyTargets, likelyKey } from './record-keys.ts'
import { useImportText } from './use-import-text.ts'

/** Whether the rows make records or change those that are there, and what tells which one a row means. */
export function WritesChoice(props: {
  form: Form
  mapping: readonly ImportColumn[]
  writes: ImportWrites
  onChange: (writes: ImportWrites) => void
}) {
  const { form, mapping, writes, onChange } = props
  const rights = useWorkspace().rights[form.key]
  const text = useText()
  const locale = useUiLocale()
  const idLabel = useImportText()('recordId')
  if (rights?.update !== true) return null
  const keys = keyTargets(form, rights, mapping, locale, idLabel)
  const modes = [
    { value: 'create', label: text('importCreates'), disabled: !rights.create },
    { value: 'update', label: text('importUpdates') },
    { value: 'both', label: text('importUpserts'), disabled: !rights.create },
  ]
  const choose = (mode: ImportWrites['mode']) =>
    onChange({ ...writes, mode, by: writes.by.length === 0 ? likelyKey(form, keys) : writes.by })
  return (
    <fieldset className="import-writes">
      <legend>{text('importWrites')}</legend>
      <Radio.Group
        aria-label={text('importWrites')}
        value={writes.mode}
        options={modes}
        onChange={({ target }) => choose(target.value as ImportWrites['mode'])}
      />
      {writes.mode !== 'create' && (
        <div className="import-keys">
          <label htmlFor="import-by">{text('importBy')}</label>
          <Select
            id="import-by"
            mode="multiple"
            maxCount={3}
            value={[...writes.by]}
            options={keys}
            placeholder={text('importByNone')}
            onChange={(by) => onChange({ ...writes, by })}
          />
          <Radio.Group
            aria-label={text('importEmpty')}
            value={writes.empty}
            options={[
              { value: 'keep', label: text('importEmptyKeeps') },
              { value: 'clear', label: text('importEmptyClears') },
            ]}
            onChange={({ target }) => onChange({ ...writes, empty: target.value as ImportWrites['empty'] })}
          />
        </div>
      )}
    </fieldset>
  )
}
