import type { ImportColumn, ImportWrites } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Field, Form } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { Radio } from 'antd'
import { useImportText } from './use-import-text.ts'

/** Rows inside the lines that columns fill; no column can fill these. */
const innerTables = (form: Form, mapping: readonly ImportColumn[]): readonly Field[] =>
  form.fields.flatMap((items) => {
    if (items.type !== 'lineItems') return []
    const isFilled = mapping.some(({ field }) => field?.startsWith(`${items.key}.`) === true)
    return isFilled ? items.fields.filter(({ type }) => type === 'lineItems') : []
  })

/** Which rows are one record, where columns fill line items, and what becomes of one whose rows differ. */
export function LinesChoice(props: {
  readonly form: Form
  readonly mapping: readonly ImportColumn[]
  readonly writes: ImportWrites
  readonly onChange: (writes: ImportWrites) => void
}) {
  const { form, mapping, writes, onChange } = props
  const text = useImportText()
  const locale = useUiLocale()
  const inner = innerTables(form, mapping).map(({ label }) => localize(label, locale))
  if (!mapping.some(({ field }) => field?.includes('.') === true)) return null
  return (
    <>
      <p className="import-hint">{text('linesHint')}</p>
      {inner.length > 0 && (
        <p className="import-hint">{text('linesInner', { fields: inner.join(text('between')) })}</p>
      )}
      <fieldset className="import-writes">
        <legend>{text('differing')}</legend>
        <Radio.Group
          aria-label={text('differing')}
          value={writes.differing ?? 'refuse'}
          options={[
            { value: 'refuse', label: text('differingRefuse') },
            { value: 'first', label: text('differingFirst') },
          ]}
          onChange={({ target }) => onChange({ ...writes, differing: target.value as 'refuse' | 'first' })}
        />
      </fieldset>
    </>
  )
}
