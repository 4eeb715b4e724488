import type { JsonValue, RecordAnswer } from '@pipewright/contract'
import { isSortable, type DefinitionIndex, type Locale } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { viewOf } from '../controls/field-views.tsx'
import { pathLabel } from '../environment/path-label.ts'
import { headWidth } from './head-width.ts'

/** A column of a list, resolved from its field path. */
export interface Column {
  readonly path: string
  readonly field: Field
  readonly label: string
  readonly sortable: boolean
  readonly align: 'start' | 'end'
  /** In pixels, as long as nobody chose another: what its values need, and its head. */
  readonly width: number
}

/** Columns of paths that lead somewhere; what the reader may not see is simply not there. */
export function columnsOf(
  index: DefinitionIndex,
  form: string,
  paths: readonly string[],
  locale: Locale,
): readonly Column[] {
  return paths.flatMap((path) => {
    const found = index.field(form, path)
    if (found === undefined) return []
    const field = index.shown(found.field)
    const { align, width } = viewOf(field)
    const label = pathLabel(found, locale) || path
    return [
      {
        path,
        field,
        label,
        sortable: isSortable(field) && !found.list,
        align,
        width: Math.max(width, headWidth(label)),
      },
    ]
  })
}

const system = new Set([
  'id',
  'owner',
  'department',
  'version',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'deleted_at',
  'locked_by',
  'stage_since',
])

/** The value at a path: own fields and looked-up ones lie in `values`, system columns beside them. */
export function valueAt(record: RecordAnswer, path: string): JsonValue {
  const value = record.values[path]
  if (value !== undefined) return value
  if (!system.has(path)) return null
  return (record as unknown as Readonly<Record<string, JsonValue>>)[path] ?? null
}
