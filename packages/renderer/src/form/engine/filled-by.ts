import type { JsonValue, Values } from '@pipewright/contract'
import { valueAt, type CompiledForm } from '@pipewright/compiler'
import type { RelationField, RelationFill } from '@pipewright/schemas'
import { asRows, type ItemRow } from '../../controls/line-items/row-changes.ts'
import type { EngineScene } from './form-engine.ts'

function filledRows(value: JsonValue, columns: NonNullable<RelationFill['columns']>): ItemRow[] {
  return asRows(value).map((row) =>
    Object.fromEntries(
      columns.flatMap(({ from, to, columns: inside }) => {
        const value = row[from]
        if (value === undefined) return []
        return [[to, inside === undefined ? value : (filledRows(value, inside) as JsonValue)] as const]
      }),
    ),
  )
}

/**
 * What a picked record fills in here, as far as the reader may read it there and write it here: the server fills the
 * rest. Undefined while the record is not known yet.
 */
export function filledBy(
  scene: EngineScene,
  form: CompiledForm,
  { key, form: target, fill = [] }: RelationField,
  values: Values,
): Values | undefined {
  const id = valueAt(values, key)
  if (typeof id !== 'string' || fill.length === 0) return {}
  const picked = scene.related.find(target, id)
  if (picked === undefined) return undefined
  const filled: Values = {}
  for (const { from, to, columns } of fill) {
    const value = picked?.[from]
    if (value === undefined || scene.rights.fields[to] !== 'write' || !form.fields.has(to)) continue
    const rows = columns === undefined ? [] : filledRows(value, columns)
    filled[to] = columns === undefined ? value : rows.length === 0 ? null : (rows as JsonValue)
  }
  return filled
}
