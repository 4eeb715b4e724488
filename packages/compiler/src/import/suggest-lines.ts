import type { DefinitionIndex } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import type { CompiledItems } from '../app/compiled-form.ts'
import { lineFields } from './file-fields.ts'
import { foldWords } from './fold-words.ts'
import { mapColumns, suggestMapping, type ColumnMapping, type TableColumn } from './suggest-mapping.ts'

/** What stands behind the name of the line items in a header like "Items: Product"; undefined where it has none. */
function nameInLine({ field }: CompiledItems, header: string): string | undefined {
  const [before = '', ...rest] = header.normalize('NFC').split(/[:：]/u)
  const names = [field.label.en, field.label.zh, field.key].flatMap((name) => (name ? foldWords(name) : []))
  return rest.length > 0 && names.includes(foldWords(before)) ? rest.join(':').trim() : undefined
}

/** Which columns fill which fields of lines, by headers that name the line items and the field. */
export function suggestLines(
  index: DefinitionIndex,
  all: readonly CompiledItems[],
  isFilled: (field: Field) => boolean,
  columns: readonly TableColumn[],
  locale: 'en' | 'zh',
): ColumnMapping[] {
  const nameless: TableColumn = { name: '', samples: [] }
  return all.flatMap((items) => {
    const offered = lineFields(items).filter(isFilled)
    // Compared by what they are called in a line, answered by their paths.
    const bare = new Map(offered.map((field) => [field.key.slice(items.field.key.length + 1), field]))
    const inLine = columns.map((column) => {
      const name = nameInLine(items, column.name)
      return name === undefined ? nameless : { ...column, name }
    })
    const found = suggestMapping(
      index,
      [...bare].map(([key, field]) => ({ ...field, key })),
      inLine.map((column) => (column.name === '' ? nameless : column)),
      locale,
    )
    return mapColumns(
      columns,
      (column) => (inLine[column]?.name === '' ? undefined : bare.get(found[column]?.field ?? '')),
      locale,
    ).filter(({ field }) => field !== null)
  })
}
