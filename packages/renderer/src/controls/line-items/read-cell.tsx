import type { JsonValue } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'
import { createElement, type ComponentType, type ReactNode } from 'react'
import type { FieldViews, Titles, ValueProps } from '../field-control.ts'

/** Pictures, files and texts with an appearance are drawn; everything else is its text, of which there may be very many. */
const drawnTypes: ReadonlySet<Field['type']> = new Set<Field['type']>([
  'attachment',
  'richText',
  'anyRelation',
])

/** One value of a row to read. */
export function readCell(
  views: FieldViews,
  field: Field,
  value: JsonValue | undefined,
  {
    titles,
    text,
  }: { readonly titles: Titles; readonly text: (field: Field, value: JsonValue | undefined) => string },
): ReactNode {
  if (!drawnTypes.has(field.type) || value === null || value === undefined) return text(field, value)
  const view = views[field.type].ReadOnly as ComponentType<ValueProps>
  return createElement(view, { field, value, titles })
}
