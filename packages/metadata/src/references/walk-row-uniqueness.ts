import type { LineItemsField } from '@pipewright/schemas'
import type { Place } from '../find-field.ts'
import type { Segment } from '../pointer.ts'
import { mentionFields, type Walk } from './reference.ts'

/** What must not occur twice among the rows of a record: its columns. */
export function walkRowUniqueness(
  walk: Walk,
  table: LineItemsField,
  site: { readonly at: readonly Segment[]; readonly rows: Place },
): void {
  for (const [position, { fields }] of (table.uniqueness ?? []).entries())
    mentionFields(walk, [...site.at, 'uniqueness', position, 'fields'], 'rowUniqueness', {
      from: site.rows,
      paths: fields,
      expects: 'uniqueColumn',
    })
}
