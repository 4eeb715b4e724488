import { isRowKey, lineOf, planAlikeRows } from '@pipewright/compiler'
import type { ImportColumn } from '@pipewright/contract'
import { onlyCreates, readSceneOf, type ImportWrites } from '@pipewright/db'
import { refuse, type FieldRefusal } from '../../problems/refusal.ts'
import type { MemberScene } from '../../scene/member-scene.ts'

/** What becomes of rows that look alike, where rows make records and the form says when they do. */
function alikeChoice(
  scene: MemberScene,
  form: string,
  { mode, alike }: ImportWrites,
): Pick<ImportWrites, 'alike'> {
  if (mode === 'update' || alike === undefined) return {}
  if (alike.there === 'update' && scene.rights.forms[form]?.update !== true) refuse('not-allowed')
  return planAlikeRows(readSceneOf(scene), form) === undefined ? {} : { alike }
}

/** What becomes of records whose rows differ, where several rows can be one. */
const differingChoice = (
  mapping: readonly ImportColumn[],
  { differing }: ImportWrites,
): Pick<ImportWrites, 'differing'> =>
  differing === 'first' && mapping.some(({ field }) => field !== null && lineOf(field) !== undefined)
    ? { differing }
    : {}

/** How rows name the records they change: by fields that can be found by and that stand in the file. */
export function checkWrites(
  scene: MemberScene,
  form: string,
  mapping: readonly ImportColumn[],
  writes: ImportWrites = onlyCreates,
): ImportWrites {
  const rights = scene.rights.forms[form]
  if (writes.mode !== 'update' && rights?.create !== true) refuse('not-allowed')
  const chosen = { ...alikeChoice(scene, form, writes), ...differingChoice(mapping, writes) }
  if (writes.mode === 'create') return { ...onlyCreates, ...chosen }
  if (rights?.update !== true) refuse('not-allowed')
  const errors = writes.by.flatMap((key, position): FieldRefusal[] => {
    const pointer = `/writes/by/${position}`
    if (!isRowKey(readSceneOf(scene), form, key)) return [{ pointer, code: 'unknown-field' }]
    return mapping.some(({ field }) => field === key) ? [] : [{ pointer, code: 'required' }]
  })
  if (writes.by.length === 0) errors.push({ pointer: '/writes/by', code: 'required' })
  if (errors.length > 0) refuse('invalid', { errors })
  const { mode, empty } = writes
  return { mode, empty, by: [...new Set(writes.by)], ...chosen }
}
