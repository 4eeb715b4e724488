import type { DefinitionIndex } from '@pipewright/metadata'
import type { RendererData } from '@pipewright/renderer'
import type { AppDefinition } from '@pipewright/schemas'
import type { TableColumn } from './table-fields.ts'

const mostColumns = 12
/** So large a part of the values has to be titles of records. */
const enough = 0.8

async function share(
  data: RendererData,
  form: string,
  title: string,
  values: readonly string[],
): Promise<number> {
  try {
    const { rows } = await data.queryRecords(form, {
      filter: { in: [{ var: title }, [...values]] },
      columns: [title],
      limit: 200,
    })
    const titles = new Set(rows.map((row) => row.title.trim()))
    return values.filter((value) => titles.has(value)).length / values.length
  } catch {
    return 0
  }
}

/** Columns of names that are records of a form already become relations to it. */
export async function findRelations(
  data: RendererData,
  definition: AppDefinition,
  index: DefinitionIndex,
  columns: readonly TableColumn[],
): Promise<readonly TableColumn[]> {
  const forms = definition.forms.filter(
    (form) => index.field(form.key, form.titleField)?.field.type === 'text',
  )
  let left = mostColumns
  const result: TableColumn[] = []
  for (const column of columns) {
    const values = column.found.spread
    const isNames = (column.type === 'text' || column.type === 'choice') && values.length > 0
    if (!isNames || left-- <= 0) {
      result.push(column)
      continue
    }
    const shares = await Promise.all(forms.map((form) => share(data, form.key, form.titleField, values)))
    const best = shares.indexOf(Math.max(...shares))
    const target = (shares[best] ?? 0) >= enough ? forms[best]?.key : undefined
    result.push(target === undefined ? column : { ...column, type: 'relation', target })
  }
  return result
}
