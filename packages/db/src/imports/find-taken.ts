import { columnOf, foldText, uniqueIndex, type CompiledForm, type RecordValues } from '@pipewright/compiler'
import type { Field } from '@pipewright/schemas'
import type { Connection } from '../connection/connection.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import type { Scene } from '../records/scene.ts'

interface UniqueField {
  readonly field: Field
  readonly column: string
  readonly type: string
  readonly folded: boolean
}

/** Fields whose values may be there once; numbers the system draws need no check. */
function uniqueFields(form: CompiledForm): UniqueField[] {
  return [...form.fields.values()].flatMap((field) => {
    const index = field.type === 'autoNumber' ? null : uniqueIndex(form.key, field)
    const column = columnOf(field)
    const [key] = index?.keys ?? []
    return column === null || key === undefined
      ? []
      : [{ field, column: column.name, type: column.type, folded: key.folded !== undefined }]
  })
}

async function stored(
  connection: Connection,
  { workspace }: Scene,
  form: CompiledForm,
  { column, type, folded }: UniqueField,
  values: readonly string[],
): Promise<Set<string>> {
  const name = quoteIdent(column)
  const compared = folded ? `lower(normalize(${name}, nfkc))` : name
  const rows = await connection.query<{ value: string }>(
    prepared({
      text: `select (${compared})::text as value from ${quoteTable(workspace.schema, form.table)} where deleted_at is null and ${compared} = any($1::${folded ? 'text' : type}[])`,
      values: [values],
    }),
  )
  return new Set(rows.map(({ value }) => value))
}

/** Which of these records would take a value that is taken, by stored ones or by earlier ones of the same file. */
export function takenFinder(scene: Scene, form: CompiledForm) {
  const fields = uniqueFields(form).map((unique) => ({ unique, seen: new Set<string>() }))
  return async (
    connection: Connection,
    records: readonly (RecordValues | undefined)[],
  ): Promise<string[][]> => {
    const taken: string[][] = records.map(() => [])
    for (const { unique, seen } of fields) {
      const keys = records.map((values) => {
        const value = values?.[unique.field.key]
        return typeof value !== 'string' ? undefined : unique.folded ? foldText(value) : value
      })
      const wanted = [...new Set(keys.filter((key) => key !== undefined))]
      if (wanted.length === 0) continue
      const known = await stored(connection, scene, form, unique, wanted)
      for (const [position, key] of keys.entries()) {
        if (key === undefined) continue
        if (known.has(key) || seen.has(key)) taken[position]?.push(unique.field.key)
        seen.add(key)
      }
    }
    return taken
  }
}
