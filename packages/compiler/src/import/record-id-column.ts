import { recordIdField } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { isIdentity } from '../records/values/identity.ts'
import { foldWords } from './fold-words.ts'
import type { TableColumn } from './suggest-mapping.ts'

const { en = '', zh = '' } = recordIdField.label

/** What an export heads it with, and what the import calls it. */
const headers: ReadonlySet<string> = new Set([en, zh, 'Record id', '记录编号'].map(foldWords))

const isHeaded = (name: string, field: Field): boolean =>
  [field.label.en, field.label.zh].some(
    (label) => label !== undefined && foldWords(label) === foldWords(name),
  )

/**
 * The column in which an exported file says which record a row is: by its header and because only ids stand in it. A
 * field of the form that is called the same keeps its own column.
 */
export function recordIdColumn(
  fields: readonly Field[],
  columns: readonly TableColumn[],
): number | undefined {
  const found = columns.flatMap(({ name, samples }, column) => {
    const filled = samples.map(foldWords).filter((text) => text !== '')
    return headers.has(foldWords(name)) && filled.length > 0 && filled.every(isIdentity) ? [column] : []
  })
  const [first] = found
  const own = fields.some((field) => first !== undefined && isHeaded(columns[first]?.name ?? '', field))
  return own && found.length < 2 ? undefined : first
}
