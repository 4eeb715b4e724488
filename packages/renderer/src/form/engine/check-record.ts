import type { FieldProblem, JsonValue } from '@pipewright/contract'
import { checkDependents, checkValue, type CompiledForm } from '@pipewright/compiler'
import { isWritable } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { asRows, type ItemRow } from '../../controls/line-items/row-changes.ts'
import { fieldIssue, isEmptyValue, placeOf, type Issue } from './field-issue.ts'
import type { Derived, EngineScene } from './form-engine.ts'

type Place = CompiledForm | CompiledForm['items'][number]

const mayWrite = (scene: EngineScene, path: string): boolean => scene.rights.fields[path] === 'write'

function valueIssues(
  place: Place,
  field: Field,
  value: JsonValue,
  old: JsonValue | undefined,
  pointer: string,
): readonly Issue[] {
  if (isEmptyValue(value)) return []
  const options = place.options.get(field.key)
  const checked = checkValue(field, value, {
    pointer,
    ...(options === undefined ? {} : { options }),
    ...(old === undefined ? {} : { old: old as string }),
  })
  return checked.ok ? [] : checked.issues
}

function rowIssues(
  scene: EngineScene,
  place: CompiledForm['items'][number],
  row: ItemRow,
  at: number,
  derived: Derived,
): Issue[] {
  const key = place.field.key
  return [...place.fields.values()].flatMap((field): readonly Issue[] => {
    const path = `${key}.${field.key}`
    if (!isWritable(field) || !mayWrite(scene, path) || derived.hidden.has(path)) return []
    const pointer = `/values/${key}/${at}/${field.key}`
    const value = row[field.key] ?? null
    if (derived.required.has(path) && isEmptyValue(value)) return [{ pointer, code: 'required' }]
    return valueIssues(place, field, value, undefined, pointer)
  })
}

function fieldIssues(
  scene: EngineScene,
  form: CompiledForm,
  field: Field,
  derived: Derived,
  old: JsonValue | undefined,
): readonly Issue[] {
  const { key } = field
  if (!isWritable(field) || !mayWrite(scene, key) || derived.hidden.has(key)) return []
  const pointer = `/values/${key}`
  const value = derived.values[key] ?? null
  if (derived.required.has(key) && isEmptyValue(value)) return [{ pointer, code: 'required' }]
  if (derived.locked.has(key)) return []
  const own = valueIssues(form, field, value, old, pointer)
  const items = form.items.find((candidate) => candidate.field.key === key)
  if (items === undefined) return own
  return [...own, ...asRows(value).flatMap((row, at) => rowIssues(scene, items, row, at, derived))]
}

/** Options that do not belong to what their field depends on, in fields and cells that are in sight. */
export function unfitIssues(
  scene: EngineScene,
  form: CompiledForm,
  derived: Derived,
  old: Readonly<Record<string, JsonValue>> | null,
): readonly Issue[] {
  const { locale, rights } = scene
  const sees = (path: string) => rights.fields[path] !== undefined
  return checkDependents({ form, locale, sees, old }, derived.values)
}

/** Everything that stands in the way of saving, in the order of the fields. */
export function checkRecord(
  scene: EngineScene,
  form: CompiledForm,
  derived: Derived,
  old: Readonly<Record<string, JsonValue>> | null,
  only?: ReadonlySet<string>,
): readonly FieldProblem[] {
  const fields = [...form.fields.values()].filter((field) => only === undefined || only.has(field.key))
  const issues = fields.flatMap((field) => fieldIssues(scene, form, field, derived, old?.[field.key]))
  const unfit = unfitIssues(scene, form, derived, old).filter(({ pointer }) => {
    const [key = ''] = placeOf(pointer)
    return only === undefined || only.has(key)
  })
  return [
    ...[...issues, ...unfit].map((issue) => fieldIssue(issue, scene.locale)),
    ...(only === undefined ? derived.refusals : []),
  ]
}
