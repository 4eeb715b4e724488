import type { FieldProblem, JsonValue } from '@pipewright/contract'
import {
  checkDependents,
  checkRepeatedRows,
  checkValue,
  isHidden,
  limitIssues,
  lockIssues,
  refusalIssues,
  requiredIssues,
  tooManyInside,
  type CompiledForm,
} from '@pipewright/compiler'
import { isWritable } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { asRows, type ItemRow } from '../../controls/line-items/row-changes.ts'
import { fieldIssue, type Issue } from './field-issue.ts'
import { placeOf } from './place-of-pointer.ts'
import { isEmptyValue } from './is-empty-value.ts'
import type { Derived, EngineScene } from './form-engine.ts'

type Place = CompiledForm | CompiledForm['items'][number]

const mayWrite = (scene: EngineScene, path: string): boolean => scene.rights.fields[path] === 'write'

function valueIssues(
  { context: entry }: EngineScene,
  place: Place,
  field: Field,
  { value, old }: { readonly value: JsonValue; readonly old: JsonValue | undefined },
  pointer: string,
): readonly Issue[] {
  if (isEmptyValue(value)) return []
  const options = place.options.get(field.key)
  const checked = checkValue(field, value, {
    pointer,
    entry,
    ...(options === undefined ? {} : { options }),
    ...(old === undefined ? {} : { old: old as string }),
  })
  return checked.ok ? [] : checked.issues
}

interface RowPlace {
  readonly rows: readonly number[]
  readonly pointer: string
  /** The rows as they are stored. */
  readonly old: JsonValue | undefined
}

function rowIssues(
  scene: EngineScene,
  place: CompiledForm['items'][number],
  row: ItemRow,
  { rows, pointer, old }: RowPlace,
  derived: Derived,
): Issue[] {
  const stored = asRows(old ?? null).find(({ id }) => id !== undefined && id === row.id)
  return [...place.fields.values()].flatMap((field): readonly Issue[] => {
    const path = `${place.path}.${field.key}`
    if (!isWritable(field) || !mayWrite(scene, path) || isHidden(derived, path, rows)) return []
    const here = `${pointer}/${field.key}`
    const value = row[field.key] ?? null
    const own = valueIssues(scene, place, field, { value, old: stored?.[field.key] }, here)
    const inner = place.inner.find((candidate) => candidate.field === field)
    if (inner === undefined || own.length > 0) return own
    const before = stored?.[field.key]
    return asRows(value).flatMap((each, position) => {
      const inside = { rows: [...rows, position], pointer: `${here}/${position}`, old: before }
      return rowIssues(scene, inner, each, inside, derived)
    })
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
  if (!isWritable(field) || !mayWrite(scene, key) || derived.hidden.has(key) || derived.locked.has(key))
    return []
  const value = derived.values[key] ?? null
  const own = valueIssues(scene, form, field, { value, old }, `/values/${key}`)
  const items = form.items.find((candidate) => candidate.field.key === key)
  if (items === undefined) return own
  return [
    ...own,
    ...tooManyInside(items.field, asRows(value), { locale: scene.locale, pointer: `/values/${key}` }),
    ...asRows(value).flatMap((row, at) =>
      rowIssues(scene, items, row, { rows: [at], pointer: `/values/${key}/${at}`, old }, derived),
    ),
  ]
}

/** What can only be told of values together: options that do not belong to what their field depends on, and repeated rows. */
export function unfitIssues(
  scene: EngineScene,
  form: CompiledForm,
  derived: Derived,
  old: Readonly<Record<string, JsonValue>> | null,
): readonly Issue[] {
  const { locale, rights } = scene
  const sees = (path: string) => rights.fields[path] !== undefined
  const asked = { form, locale, sees }
  return [
    ...checkDependents({ ...asked, old }, derived.values),
    ...checkRepeatedRows(asked, derived.values, old),
  ]
}

/** What the rules have against single fields; the server asks the same with the same module. */
function ruleIssues({ ruled }: Derived, form: CompiledForm): readonly Issue[] {
  const isSent = (key: string): boolean => {
    const field = form.fields.get(key)
    return ruled.subject.old !== null && field !== undefined && isWritable(field) && ruled.mayWrite(key)
  }
  return [
    ...requiredIssues(ruled),
    ...lockIssues(ruled, { set: ruled.set, sent: isSent }),
    ...limitIssues(ruled),
  ]
}

/** Everything that stands in the way of saving, in the order of the fields. */
export function checkRecord(
  scene: EngineScene,
  form: CompiledForm,
  derived: Derived,
  old: Readonly<Record<string, JsonValue>> | null,
  only?: ReadonlySet<string>,
): readonly FieldProblem[] {
  const ruled = Map.groupBy(ruleIssues(derived, form), ({ pointer }) => placeOf(pointer)[0] ?? '')
  const fields = [...form.fields.values()].filter((field) => only === undefined || only.has(field.key))
  const unfit = Map.groupBy(
    unfitIssues(scene, form, derived, old),
    ({ pointer }) => placeOf(pointer)[0] ?? '',
  )
  const issues = fields.flatMap((field) => {
    const own = fieldIssues(scene, form, field, derived, old?.[field.key])
    const further = [...(ruled.get(field.key) ?? []), ...(unfit.get(field.key) ?? [])]
    const told = new Set(own.map(({ pointer }) => pointer))
    return [...own, ...further.filter(({ pointer }) => !told.has(pointer))]
  })
  const refusals = only === undefined ? refusalIssues(derived.ruled) : []
  return [...issues, ...refusals].map((issue) => fieldIssue(issue, scene.locale))
}
