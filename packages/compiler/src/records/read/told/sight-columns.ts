import type { Scope } from '@pipewright/schemas'
import type { CompiledApp } from '../../../app/compile-app.ts'
import { isStored } from '../../../tables/is-stored.ts'
import { partColumns } from '../../../tables/part-columns.ts'
import { readBy } from './scope-reads.ts'

function keysOf({ index }: CompiledApp, form: string, scope: Scope): readonly string[] {
  if (scope.type === 'own') return scope.fields ?? []
  if (scope.type !== 'condition') return []
  const keys: string[] = []
  readBy(index, form, scope.condition, (hops, _of, key) => {
    if (hops.length === 0) keys.push(key)
  })
  return keys
}

/** Columns that decide who sees a record of a form, in whatever role: what must be known of one that is there no more. */
export function sightColumns(app: CompiledApp, form: string): readonly string[] {
  const read = app.definition.roles.flatMap(({ forms }) =>
    forms.filter((right) => right.form === form).flatMap(({ scope }) => keysOf(app, form, scope)),
  )
  const columns = [...new Set(read)].flatMap((key) => {
    const field = app.index.field({ form }, key)?.field
    if (field === undefined || !isStored(app.definition, { form }, field)) return []
    return [key, ...partColumns(field).map(({ name }) => name)]
  })
  return [...new Set(['id', 'owner', 'department', ...columns])]
}
