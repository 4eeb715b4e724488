import type { Import, ImportColumn, ImportPreset } from '@pipewright/contract'

const folded = (name: string): string => name.normalize('NFKC').trim().toLowerCase()

/** A match as it is kept: columns by their names, without the names that were settled for this file alone. */
export function presetColumns(
  { columns }: Import,
  mapping: readonly ImportColumn[],
): ImportPreset['columns'] {
  return columns.map(({ column, name }) => {
    const {
      field = null,
      dateFormat,
      decimal,
      matchBy,
      separator,
    } = mapping.find((one) => one.column === column) ?? {}
    return {
      name,
      field,
      ...(dateFormat === undefined ? {} : { dateFormat }),
      ...(decimal === undefined ? {} : { decimal }),
      ...(matchBy === undefined ? {} : { matchBy }),
      ...(separator === undefined ? {} : { separator }),
    }
  })
}

/** A kept match for the columns of this file; what it does not name stays as it was found, unless its field is taken by then. */
export function withPreset(
  { columns }: Import,
  found: readonly ImportColumn[],
  preset: Pick<ImportPreset, 'columns'>,
): ImportColumn[] {
  const named = new Map(preset.columns.map(({ name, ...column }) => [folded(name), column]))
  const taken = new Set(columns.flatMap(({ name }) => named.get(folded(name))?.field ?? []))
  return columns.map(({ column, name }) => {
    const kept = named.get(folded(name))
    if (kept !== undefined) return { column, ...kept }
    const own = found.find((one) => one.column === column) ?? { column, field: null }
    return own.field !== null && taken.has(own.field) ? { ...own, field: null } : own
  })
}
