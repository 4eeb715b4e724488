import type { HistoryEvent } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'

export type Change = HistoryEvent['changes'][number]

/** Values that a line cannot tell: what is behind a number of files, a name, a shape. */
const neverTold: ReadonlySet<Field['type']> = new Set([
  'attachment',
  'richText',
  'lineItems',
  'relation',
  'relations',
  'anyRelation',
])

/** Long texts and tables are named, not quoted. */
export const longest = 80

/** Whether there is more to a change than its line says: then the line opens it. */
export const isOpened = (field: Field, said: { readonly old: string; readonly new: string }): boolean =>
  neverTold.has(field.type) || said.old.length > longest || said.new.length > longest || said.old === said.new
