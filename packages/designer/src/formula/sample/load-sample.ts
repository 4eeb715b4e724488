import type { RecordAnswer } from '@pipewright/contract'
import type { DefinitionIndex, Place } from '@pipewright/metadata'

/** A record as formulas read it, and how the records and members in it are called. */
export interface SampleRecord {
  readonly title: string
  readonly values: Readonly<Record<string, unknown>>
  readonly titles: Readonly<Record<string, string>>
}

export type FindRecord = (form: string, id: string) => Promise<RecordAnswer | null>

const systemValues = (record: RecordAnswer): Record<string, unknown> => ({
  id: record.id,
  owner: record.owner,
  department: record.department,
  created_at: record.created_at,
  created_by: record.created_by,
  updated_at: record.updated_at,
  updated_by: record.updated_by,
})

const valuesOf = (record: RecordAnswer): Record<string, unknown> => ({
  ...systemValues(record),
  ...record.values,
})

/** Follows a path over relations, one record after the other. */
async function follow(
  find: FindRecord,
  index: DefinitionIndex,
  place: Place,
  path: readonly string[],
  values: Readonly<Record<string, unknown>>,
): Promise<{ readonly value: unknown; readonly titles: Readonly<Record<string, string>> } | null> {
  const [head = '', ...rest] = path
  const first = index.field(place, head)?.field
  let target = first?.type === 'relation' ? first.form : undefined
  let value = values[head]
  let titles: Readonly<Record<string, string>> = {}
  for (const key of rest) {
    if (target === undefined) return null
    const record: RecordAnswer | null = typeof value === 'string' ? await find(target, value) : null
    if (record === null) return { value: null, titles }
    value = valuesOf(record)[key] ?? null
    titles = record.titles
    const field = index.field(target, key)?.field
    target = field?.type === 'relation' ? field.form : undefined
  }
  return { value, titles }
}

/** The first row that a place has in a record, with what is around it; the record itself where the place is the form. */
function rowIn(record: Record<string, unknown>, { lineItems }: Place): Record<string, unknown> {
  let at = record
  for (const key of lineItems?.split('.') ?? []) {
    const rows = at[key]
    const [row] = Array.isArray(rows) ? (rows as readonly Record<string, unknown>[]) : []
    at = { ...row, $parent: at, $record: record }
  }
  return at
}

/** A real record with everything that the paths read over its relations beside it; null when it cannot be read. */
export async function loadSample(
  find: FindRecord,
  index: DefinitionIndex,
  place: Place,
  id: string,
  paths: readonly (readonly string[])[],
): Promise<SampleRecord | null> {
  const record = await find(place.form, id)
  if (record === null) return null
  const outer = valuesOf(record)
  const values = rowIn(outer, place)
  let titles: Readonly<Record<string, string>> = record.titles
  const followed = await Promise.all(
    paths
      .filter(({ length }) => length > 1)
      .map(async (path) => ({
        path,
        found: await follow(find, index, place, path, values),
      })),
  )
  for (const { path, found } of followed) {
    if (found === null) continue
    values[path.join('.')] = found.value
    titles = { ...titles, ...found.titles }
  }
  return { title: record.title, values, titles }
}
