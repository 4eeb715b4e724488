import type { ColumnMapping, CompiledForm } from '@pipewright/compiler'

type Values = Readonly<Record<string, unknown>>
type Ids = readonly string[]

const rowsOf = (value: unknown): readonly Values[] => (Array.isArray(value) ? (value as Values[]) : [])

/** Where the values of rows name files: fields of the record, and of its line items. */
export interface FilePlaces {
  readonly own: readonly string[]
  readonly inLines: readonly { readonly items: string; readonly keys: readonly string[] }[]
}

/** The places for files that columns fill. */
export function filePlaces(form: CompiledForm, mapping: readonly ColumnMapping[]): FilePlaces {
  const filled = new Set(mapping.flatMap(({ field }) => field ?? []))
  const own = [...form.fields.values()].filter(({ key, type }) => type === 'attachment' && filled.has(key))
  const inLines = form.items.flatMap(({ field: { key: items }, fields }) => {
    const named = [...fields.values()].filter(
      ({ key, type }) => type === 'attachment' && filled.has(`${items}.${key}`),
    )
    return named.length === 0 ? [] : [{ items, keys: named.map(({ key }) => key) }]
  })
  return { own: own.map(({ key }) => key), inLines }
}

function withFilesAt(values: Values, keys: readonly string[], of: (ids: Ids) => Ids): Values {
  const named = keys.flatMap((key): [string, Ids][] => {
    const ids = values[key] as Ids | null | undefined
    return ids === null || ids === undefined ? [] : [[key, of(ids)]]
  })
  return named.length === 0 ? values : { ...values, ...Object.fromEntries(named) }
}

/** The values with other files in their places: one place after the other, lines in their order. */
export function mapFiles<V extends Values>(
  { own, inLines }: FilePlaces,
  values: V,
  of: (ids: Ids) => Ids,
): V {
  const lines = inLines.flatMap(({ items, keys }): [string, readonly Values[]][] =>
    Array.isArray(values[items])
      ? [[items, rowsOf(values[items]).map((line) => withFilesAt(line, keys, of))]]
      : [],
  )
  return { ...withFilesAt(values, own, of), ...Object.fromEntries(lines) } as V
}
