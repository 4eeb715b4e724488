import type { ColumnMapping, CompiledForm } from '@pipewright/compiler'
import { isMatchField } from '@pipewright/compiler'
import type { ImportColumn } from '@pipewright/contract'
import { peopleFormOf } from '@pipewright/metadata'
import type { ImportJob } from '@pipewright/db'
import { refuse, type FieldRefusal } from '../../problems/refusal.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import { importableFields } from './policy.ts'

/** What is wrong with how a column is to be read. */
function columnProblem(
  scene: MemberScene,
  form: CompiledForm,
  writable: ReadonlySet<string>,
  { field: key, matchBy, picks }: ImportColumn,
): FieldRefusal | undefined {
  if (key === null) return undefined
  const readable = Object.hasOwn(scene.rights.forms[form.key]?.fields ?? {}, key)
  const field = form.fields.get(key)
  if (field === undefined || !readable) return { pointer: '/field', code: 'unknown-field' }
  if (!writable.has(key)) return { pointer: '/field', code: 'not-writable' }
  const isRecord = field.type === 'relation' || field.type === 'relations' || field.type === 'anyRelation'
  const isPerson = peopleFormOf(field) !== undefined
  if (picks !== undefined && !isRecord && !isPerson) return { pointer: '/picks', code: 'unknown-field' }
  if (matchBy === undefined || (field.type !== 'relation' && field.type !== 'relations')) return undefined
  const reading = {
    app: scene.app,
    rights: scene.rights,
    schema: scene.workspace.schema,
    context: {
      now: scene.now,
      today: scene.now.slice(0, 10),
      zone: scene.actor.zone,
      me: scene.actor.memberId,
    },
  }
  return isMatchField(reading, field.form, matchBy)
    ? undefined
    : { pointer: '/matchBy', code: 'unknown-field' }
}

/** The mapping as it will be used, or every problem of it at once. */
export function checkMapping(
  scene: MemberScene,
  form: CompiledForm,
  job: ImportJob,
  mapping: readonly ImportColumn[],
): ColumnMapping[] {
  const writable = new Set(importableFields(scene, form).map(({ key }) => key))
  const fields = new Set<string>()
  const columns = new Set<number>()
  const errors = mapping.flatMap((column, position): FieldRefusal[] => {
    const base = `/mapping/${position}`
    const twice = (column.field !== null && fields.has(column.field)) || columns.has(column.column)
    if (column.field !== null) fields.add(column.field)
    columns.add(column.column)
    const found = columnProblem(scene, form, writable, column)
    return [
      ...(column.column < job.columns.length
        ? []
        : [{ pointer: `${base}/column`, code: 'unknown-field' } as const]),
      ...(found === undefined ? [] : [{ ...found, pointer: base + found.pointer }]),
      ...(twice ? [{ pointer: `${base}/field`, code: 'not-unique' } as const] : []),
    ]
  })
  if (fields.size === 0) errors.push({ pointer: '/mapping', code: 'required' })
  if (errors.length > 0) refuse('invalid', { errors })
  return mapping.map((column) => ({ ...column }))
}
