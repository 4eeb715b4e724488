import { splitPlaceholders } from '@pipewright/metadata'
import type { ReactNode } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useFormat } from '../../formats/use-format.ts'
import { systemField } from '../form-sections.ts'
import { useShownValue, useShownValues } from './shown-values.ts'

/** The value of a field among words; drawn again only when that changes. */
function FieldWord({ field: key }: { readonly field: string }) {
  const { form, titles, word } = useShownValues()
  const { index } = useRenderer()
  const value = useShownValue(key)
  const format = useFormat(titles)
  const field = index.fieldsOf(form).find((one) => one.key === key) ?? systemField(key)
  if (word !== undefined) return <span className="pw-element-field">{word(key)}</span>
  return field === undefined ? null : <span data-value-of={key}>{format(field, value) || '—'}</span>
}

/** Words with the values of fields in them. */
export function filledText(text: string): ReactNode {
  const parts = splitPlaceholders(text)
  if (parts.every((part) => 'text' in part)) return text
  // Parts have no names and no state: their places will do.
  return parts.map((part, at) => {
    const key = String(at)
    return 'text' in part ? <span key={key}>{part.text}</span> : <FieldWord key={key} field={part.field} />
  })
}
