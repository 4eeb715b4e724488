import { viewOf } from '../controls/field-views.tsx'
import type { ValueProps } from '../controls/field-control.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import { isEmptyValue } from './engine/is-empty-value.ts'

/** A value to read; empty ones as a quiet dash that is spoken as "empty". */
export function FieldValue(props: ValueProps) {
  const t = useTexts()
  const field = useRenderer().index.shown(props.field)
  const { ReadOnly } = viewOf(field)
  if (isEmptyValue(props.value))
    return (
      <div className="pw-value pw-quiet">
        <span aria-hidden="true">–</span>
        <span className="pw-hidden-text">{t('value.empty')}</span>
      </div>
    )
  return (
    <div className="pw-value">
      <ReadOnly {...props} field={field} />
    </div>
  )
}
