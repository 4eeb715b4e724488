import { plainOfRich } from '@pipewright/logic'
import { lazy, Suspense } from 'react'
import { asText } from '../control-attributes.ts'

// The parser comes with the first text that is shown.
const Value = lazy(async () => ({ default: (await import('./rich-text-value.tsx')).RichTextValue }))

/** Rich text to read; until its parser is there, without its looks. */
export function RichTextRead({ value }: { readonly value: unknown }) {
  const html = asText(value)
  return (
    <Suspense fallback={<div className="pw-long-text">{plainOfRich(html)}</div>}>
      <Value html={html} />
    </Suspense>
  )
}
