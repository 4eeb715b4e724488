import { plainOfRich } from '@pipewright/logic'
import type { RichTextField } from '@pipewright/schemas'
import { value, type CellType } from '../cell-type.ts'

/** Plain text as rich text without any appearance. */
export const richOfPlain = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** In a table it is plain text: a tag in a cell is text like any other. */
export const richText: CellType<RichTextField> = {
  kind: 'text',
  importable: true,
  read: (_field, text) => value(richOfPlain(text)),
  write: (_field, html) => plainOfRich(String(html)),
}
