import type { CompiledForm } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { quoteTable } from '../connection/quote-ident.ts'
import type { Scene } from '../records/scene.ts'
import type { ImportJob } from './import-job.ts'
import type { ReadLine, ReadRow } from './read-file-rows.ts'

/** Ids of the lines that records have, in their order, by record and line items. */
export type StoredLines = (record: string, items: string) => readonly string[]

/** Reads which lines records have of which the file has some. */
export async function storedLines(
  tx: Connection,
  { workspace }: Scene,
  form: CompiledForm,
  tables: readonly string[],
  records: readonly string[],
): Promise<StoredLines> {
  const known = new Map<string, string[]>()
  for (const { field, table } of form.items.filter(({ field: { key } }) => tables.includes(key))) {
    const rows = await tx.query<{ parent: string; ids: string[] }>({
      text: `select parent, array_agg(id order by position, id) as ids from ${quoteTable(workspace.schema, table)}
        where parent = any($1::uuid[]) group by parent`,
      values: [[...records]],
    })
    for (const { parent, ids } of rows) known.set(`${parent} ${field.key}`, ids)
  }
  return (record, items) => known.get(`${record} ${items}`) ?? []
}

/** The line of the record that each line of the file is: by its number, else by its place; undefined for a new one. */
export function matchedLines(
  lines: readonly ReadLine[],
  stored: readonly string[],
): readonly (string | undefined)[] {
  const taken = new Set<string>()
  return lines.map(({ position }, place) => {
    const id = position === undefined ? stored[place] : stored[position - 1]
    if (id === undefined || taken.has(id)) return undefined
    taken.add(id)
    return id
  })
}

/** What the lines of a row make of those of its record: all of them, so that others go; nothing where the file has none. */
export function changedLines(
  { lines = new Map<string, readonly ReadLine[]>() }: ReadRow,
  record: string,
  stored: StoredLines,
  { empty }: Pick<ImportJob['writes'], 'empty'>,
): Record<string, unknown> {
  const entries = [...lines].flatMap(([items, some]): [string, unknown][] => {
    if (some.length === 0) return empty === 'clear' ? [[items, []]] : []
    const ids = matchedLines(some, stored(record, items))
    const rows = some.map((line, place) => {
      const id = ids[place]
      if (id === undefined) return line.values
      const kept = Object.entries(line.values).filter(
        ([key]) => empty === 'clear' || !line.empty.includes(key),
      )
      return { id, ...Object.fromEntries(kept) }
    })
    return [[items, rows]]
  })
  return Object.fromEntries(entries)
}
