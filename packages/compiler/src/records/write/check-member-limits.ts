import type { Expression, Field, MemberField, MembersField } from '@pipewright/schemas'
import type { CompiledPlace } from '../../app/compiled-form.ts'
import { issue, pointerTo, type Issue } from '../issue.ts'
import { sameValue } from '../value.ts'
import { eachRow } from './each-row.ts'
import { meetsCondition, pathsAsked } from './member-condition.ts'
import type { Candidate } from './member-limit.ts'
import type { Draft, StoredRecord, WriteScene } from './write-scene.ts'

type Known = Readonly<Record<string, unknown>>

/** The record, or a row of it, as it will be and as it was. */
interface Chooser {
  readonly place: CompiledPlace
  readonly lineItems?: string
  readonly data: Draft
  readonly before: Known | undefined
  readonly pointer: readonly (string | number)[]
}

type Limited = (MemberField | MembersField) & { readonly limit: { readonly where: Expression } }

const words = { en: 'members that meet the condition of the field', zh: '符合字段条件的成员' }

const isLimited = (field: Field): field is Limited =>
  (field.type === 'member' || field.type === 'members') && field.limit?.where !== undefined

function choosers(scene: WriteScene, draft: Draft, old: StoredRecord | null): Chooser[] {
  const own: Chooser = { place: scene.form, data: draft, before: old?.values, pointer: ['values'] }
  const inRows = eachRow(scene.form, draft, old?.values ?? null).map(
    ({ items, data, before, pointer }): Chooser => ({
      place: items,
      lineItems: items.path,
      data,
      before,
      pointer,
    }),
  )
  return [own, ...inRows]
}

/** Chosen anew, or under other circumstances than when they were chosen. */
function isTouched(
  field: Limited,
  { data, before }: Chooser,
  draft: Draft,
  old: StoredRecord | null,
): boolean {
  if (before === undefined || old === null) return true
  const differs = (key: string, now: Known, then: Known) => !sameValue(now[key] ?? null, then[key] ?? null)
  if (differs(field.key, data, before)) return true
  return pathsAsked(field.limit.where).some(([head = '', key = '']) =>
    head === '$record' ? differs(key, draft, old.values) : differs(head, data, before),
  )
}

function fieldIssues(
  scene: WriteScene,
  { place, data, pointer }: Chooser,
  field: Limited,
  draft: Draft,
): Issue[] {
  const value = data[field.key]
  const ids = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []
  const around = { data, record: draft, scope: place.scope, context: scene.context }
  return ids.flatMap((id, position) => {
    const member = scene.related.get('_member', id)
    if (member === undefined || member === null) return []
    const candidate = {
      department: (member.values['department'] ?? null) as string | null,
      roles: (member.values['roles'] ?? []) as readonly string[],
    } satisfies Candidate
    if (meetsCondition(field.limit.where, around, id, candidate)) return []
    const at = Array.isArray(value) ? [...pointer, field.key, position] : [...pointer, field.key]
    return [issue(pointerTo(...at), 'not-in-limit', { who: words[scene.locale] })]
  })
}

/** Members that the condition of their field does not allow. The system's own writes and conversions are not judged. */
export function checkMemberLimits(scene: WriteScene, draft: Draft, old: StoredRecord | null): Issue[] {
  const { rights, trusted } = scene
  if (rights === null) return []
  return choosers(scene, draft, old).flatMap((chooser) =>
    [...chooser.place.fields.values()].filter(isLimited).flatMap((field) => {
      const { lineItems } = chooser
      const path = lineItems === undefined ? field.key : `${lineItems}.${field.key}`
      if (trusted?.has(path.split('.')[0] ?? '') === true || !Object.hasOwn(rights.fields, path)) return []
      return isTouched(field, chooser, draft, old) ? fieldIssues(scene, chooser, field, draft) : []
    }),
  )
}
