import { limitIssues } from './member-limit.ts'
import { peopleFormOf } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import type { CompiledItems } from '../../app/compiled-form.ts'
import { issue, pointerTo, type Issue } from '../issue.ts'
import { sameValue, type Composite, type FieldValue } from '../value.ts'
import { checkFile } from './check-file.ts'
import { eachSent, type CheckedInput } from './check-input.ts'
import { eachRow } from './each-row.ts'
import type { StoredRecord, WriteScene } from './write-scene.ts'

const sources = {
  relation: 'no-such-record',
  _member: 'no-such-member',
  _department: 'no-such-department',
} as const

/** Whether what a field points to is there and may be chosen; what is already stored may stay. */
function checkTarget(
  scene: WriteScene,
  root: string,
  field: Field,
  value: FieldValue | undefined,
  old: unknown,
  pointer: string,
  /** The record and place in it, of which a file may come back that was taken out. */
  at?: string,
): Issue[] {
  if (value === null || value === undefined) return []
  const may = (form: string, id: string) => {
    const row = scene.related.get(form, id)
    return row?.readable === true || (row !== null && row !== undefined && scene.trusted?.has(root) === true)
  }
  const people = peopleFormOf(field)
  if (Array.isArray(value)) {
    const linked = field.type === 'relations' ? field.form : people
    const form = field.type === 'attachment' ? '_file' : linked
    if (form === undefined) return []
    const code =
      people === undefined ? (linked === undefined ? 'no-such-file' : 'no-such-record') : sources[people]
    const kept = new Set<unknown>(Array.isArray(old) ? old : [])
    return (value as readonly string[]).flatMap((id, position) => {
      const one = `${pointer}/${position}`
      if (kept.has(id)) return []
      const file = field.type === 'attachment' ? scene.related.get(form, id) : undefined
      const isBack = at !== undefined && file?.values['at'] === at
      if (!isBack && !may(form, id)) return [issue(one, code)]
      return field.type === 'attachment' && file
        ? checkFile(field, file.values, one)
        : limitIssues(scene, root, field, id, one)
    })
  }
  if (field.type === 'anyRelation') {
    const { form, id } = value as Composite
    return sameValue(value, old) || may(String(form), String(id)) ? [] : [issue(pointer, sources.relation)]
  }
  if (typeof value !== 'string' || value === old) return []
  if (field.type === 'relation') return may(field.form, value) ? [] : [issue(pointer, sources.relation)]
  if (people === undefined) return []
  return may(people, value)
    ? limitIssues(scene, root, field, value, pointer)
    : [issue(pointer, sources[people])]
}

/** Targets that were sent and do not exist, or not for this actor: both are answered alike. */
export function checkTargets(scene: WriteScene, input: CheckedInput, old: StoredRecord | null): Issue[] {
  const placeOf = (path: string) => (old === null ? undefined : `${old.system.id} ${path}`)
  const own = Object.entries(input.values).flatMap(([key, value]) => {
    const field = scene.form.fields.get(key)
    return field === undefined
      ? []
      : checkTarget(scene, key, field, value, old?.values[key], pointerTo('values', key), placeOf(key))
  })
  const stored = old === null ? [] : eachRow(scene.form, old.values, null)
  const byId = new Map(stored.map(({ items, data }) => [`${items.path} ${String(data['id'])}`, data]))
  // A file belongs to the record and the column, so a row that is copied or moved may go on showing it.
  const filesIn = (items: CompiledItems, key: string) =>
    stored.flatMap((row) => (row.items === items ? ((row.data[key] ?? []) as readonly string[]) : []))
  const inRows = eachSent(scene.form.items, input.rows).flatMap(({ items, row: { id, given }, pointer }) =>
    Object.entries(given).flatMap(([key, value]) => {
      const field = items.fields.get(key)
      if (field === undefined) return []
      const own = id === undefined ? undefined : byId.get(`${items.path} ${id}`)?.[key]
      const kept = field.type === 'attachment' ? filesIn(items, key) : own
      const root = items.path.split('.')[0] ?? ''
      const at = placeOf(`${items.path}.${key}`)
      return checkTarget(scene, root, field, value, kept, pointerTo(...pointer, key), at)
    }),
  )
  return [...own, ...inRows]
}
