import type { Values } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import type { Titles } from '../controls/field-control.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { FieldValue } from './field-value.tsx'

/** What a record has by itself, to be read: owner, department, who made it and when. */
export function SystemField(props: {
  readonly field: Field
  readonly values: Values
  readonly titles: Titles
  readonly span: number
}) {
  const { field, values, titles, span } = props
  const { locale } = useRenderer()
  return (
    <div
      className="pw-field"
      data-field={field.key}
      style={{ gridColumn: span > 1 ? `span ${span}` : undefined }}
    >
      <div className="pw-field-head">
        <span className="pw-label">{localize(field.label, locale)}</span>
      </div>
      <FieldValue field={field} value={values[field.key] ?? null} titles={titles} />
    </div>
  )
}
