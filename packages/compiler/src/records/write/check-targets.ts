import { limitIssues } from './member-limit.ts'
import { peopleFormOf } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { issue, pointerTo, type Issue } from '../issue.ts'
import { sameValue, type Composite, type FieldValue, type Row } from '../value.ts'
import { checkFile } from './check-file.ts'
import type { CheckedInput } from './check-input.ts'
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
      const at = `${pointer}/${position}`
      if (kept.has(id)) return []
      if (!may(form, id)) return [issue(at, code)]
      const file = field.type === 'attachment' ? scene.related.get(form, id) : undefined
      return field.type === 'attachment' && file
        ? checkFile(field, file.values, at)
        : limitIssues(scene, root, field, id, at)
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
  const own = Object.entries(input.values).flatMap(([key, value]) => {
    const field = scene.form.fields.get(key)
    return field === undefined
      ? []
      : checkTarget(scene, key, field, value, old?.values[key], pointerTo('values', key))
  })
  const inRows = scene.form.items.flatMap((items) => {
    const rows = (old?.values[items.field.key] ?? []) as readonly Row[]
    const before = new Map(rows.map((row) => [row['id'], row]))
    // A file belongs to the record and the column, so a row that is copied or moved may go on showing it.
    const filesIn = (key: string) => rows.flatMap((row) => (row[key] ?? []) as readonly string[])
    return (input.rows.get(items.field.key) ?? []).flatMap(({ id, given }, position) =>
      Object.entries(given).flatMap(([key, value]) => {
        const field = items.fields.get(key)
        const own = id === undefined ? undefined : before.get(id)?.[key]
        const stored = field?.type === 'attachment' ? filesIn(key) : own
        const pointer = pointerTo('values', items.field.key, position, key)
        return field === undefined ? [] : checkTarget(scene, items.field.key, field, value, stored, pointer)
      }),
    )
  })
  return [...own, ...inRows]
}
