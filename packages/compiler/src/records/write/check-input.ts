import type { Field, LineItemsField } from '@pipewright/schemas'
import { isWritable, rowFields, systemFields } from '@pipewright/metadata'
import type { CompiledItems, CompiledPlace } from '../../app/compiled-form.ts'
import { issue, pointerTo, type Issue } from '../issue.ts'
import type { FieldValue, RecordValues, Row } from '../value.ts'
import { checkValue } from '../values/index.ts'
import { mostInnerRows } from '../values/line-items.ts'
import type { WriteScene } from './write-scene.ts'

/** Rows as they were sent, checked: `given` are the columns that were named. */
export interface CheckedRow {
  readonly id: string | undefined
  readonly given: Readonly<Record<string, FieldValue>>
  /** Rows inside it that were named, by line items field. */
  readonly inner: ReadonlyMap<string, readonly CheckedRow[]>
}

/** A row as it was sent, with its place. */
export interface SentRow {
  readonly items: CompiledItems
  readonly row: CheckedRow
  readonly pointer: readonly (string | number)[]
}

/** Every row that was sent, with the rows inside it behind it. */
export const eachSent = (
  all: readonly CompiledItems[],
  rows: CheckedInput['rows'],
  around: readonly (string | number)[] = ['values'],
): SentRow[] =>
  all.flatMap((items) =>
    (rows.get(items.field.key) ?? []).flatMap((row, position): SentRow[] => {
      const pointer = [...around, items.field.key, position]
      return [{ items, row, pointer }, ...eachSent(items.inner, row.inner, pointer)]
    }),
  )

export interface CheckedInput {
  readonly values: Readonly<Record<string, FieldValue>>
  readonly rows: ReadonlyMap<string, readonly CheckedRow[]>
  /** The columns that were named of each row that was sent, by its pointer. */
  readonly sentRows: ReadonlyMap<string, Readonly<Record<string, FieldValue>>>
  readonly issues: readonly Issue[]
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A field that may not be seen is answered like one that is not there. */
function accessIssue(
  { rights, trusted }: WriteScene,
  path: string,
  field: Field | undefined,
  system: boolean,
  pointer: string,
): Issue | undefined {
  if (system) return issue(pointer, 'not-writable')
  if (field === undefined) return issue(pointer, 'unknown-field')
  if (rights === null || trusted?.has(path.split('.')[0] ?? '') === true)
    return isWritable(field) ? undefined : issue(pointer, 'not-writable')
  const access = Object.hasOwn(rights.fields, path) ? rights.fields[path] : undefined
  if (access === undefined) return issue(pointer, 'unknown-field')
  return access === 'write' ? undefined : issue(pointer, 'not-writable')
}

function checkField(
  { context: entry }: WriteScene,
  { field, options }: { readonly field: Field; readonly options: ReadonlySet<string> | undefined },
  value: unknown,
  pointer: string,
  old: FieldValue | undefined,
) {
  const place = { pointer, old, entry }
  return checkValue(field, value, options === undefined ? place : { ...place, options })
}

const fieldAt = (place: CompiledPlace, field: Field) => ({ field, options: place.options.get(field.key) })

function checkRow(
  scene: WriteScene,
  items: CompiledItems,
  row: unknown,
  pointer: string,
  oldRows: ReadonlyMap<string, Row>,
): { row: CheckedRow; issues: Issue[] } {
  const given: Record<string, FieldValue> = {}
  const inner = new Map<string, readonly CheckedRow[]>()
  if (!isObject(row))
    return {
      row: { id: undefined, given, inner },
      issues: [issue(pointer, 'wrong-type', { expected: 'row' })],
    }
  const issues: Issue[] = []
  const id = row['id']
  const old = typeof id === 'string' ? oldRows.get(id) : undefined
  if (id !== undefined && id !== null && old === undefined)
    issues.push(issue(`${pointer}/id`, 'no-such-record'))
  for (const key of Object.keys(row)) {
    if (key === 'id') continue
    const at = pointer + pointerTo(key)
    const field = items.fields.get(key)
    const refused = accessIssue(scene, `${items.path}.${key}`, field, rowFields.has(key), at)
    if (refused !== undefined || field === undefined) {
      if (refused !== undefined) issues.push(refused)
      continue
    }
    const inside = items.inner.find((each) => each.field === field)
    if (inside !== undefined) {
      const rows = checkRows(scene, inside, row[key], old?.[key], at)
      inner.set(key, rows.rows)
      issues.push(...rows.issues)
      continue
    }
    const checked = checkField(scene, fieldAt(items, field), row[key], at, old?.[key])
    if (checked.ok) given[key] = checked.value
    else issues.push(...checked.issues)
  }
  return { row: { id: old === undefined ? undefined : String(id), given, inner }, issues }
}

function checkRows(
  scene: WriteScene,
  items: CompiledItems,
  value: unknown,
  old: unknown,
  base: string,
): { rows: CheckedRow[]; issues: Issue[] } {
  const shape = checkField(scene, fieldAt(scene.form, withMost(items)), value, base, undefined)
  if (!shape.ok) return { rows: [], issues: [...shape.issues] }
  const oldRows = new Map(((old ?? []) as readonly Row[]).map((row) => [String(row['id']), row]))
  const seen = new Set<string>()
  const rows: CheckedRow[] = []
  const issues: Issue[] = []
  for (const [position, sent] of ((shape.value ?? []) as readonly unknown[]).entries()) {
    const pointer = `${base}/${position}`
    const checked = checkRow(scene, items, sent, pointer, oldRows)
    if (checked.row.id !== undefined && seen.has(checked.row.id))
      issues.push(issue(`${pointer}/id`, 'no-such-record'))
    if (checked.row.id !== undefined) seen.add(checked.row.id)
    rows.push(checked.row)
    issues.push(...checked.issues)
  }
  return { rows, issues }
}

/** Rows inside a row are few where their builder names no other number. */
const withMost = ({ field, path }: CompiledItems): LineItemsField =>
  path === field.key || field.maxRows !== undefined ? field : { ...field, maxRows: mostInnerRows }

/** Checks everything that was sent against fields, rights and types, and finds all problems at once. */
export function checkInput(scene: WriteScene, sent: unknown, old: RecordValues | null): CheckedInput {
  const { form } = scene
  const values: Record<string, FieldValue> = {}
  const rows = new Map<string, readonly CheckedRow[]>()
  const issues: Issue[] = []
  if (!isObject(sent))
    return {
      values,
      rows,
      sentRows: new Map(),
      issues: [issue('/values', 'wrong-type', { expected: 'object' })],
    }
  for (const key of Object.keys(sent)) {
    const pointer = pointerTo('values', key)
    const field = form.fields.get(key)
    const refused = accessIssue(scene, key, field, systemFields.has(key), pointer)
    if (refused !== undefined || field === undefined) {
      if (refused !== undefined) issues.push(refused)
      continue
    }
    const items = form.items.find((candidate) => candidate.field.key === key)
    if (items !== undefined) {
      const checked = checkRows(scene, items, sent[key], old?.[key], pointer)
      rows.set(key, checked.rows)
      issues.push(...checked.issues)
      continue
    }
    const checked = checkField(scene, fieldAt(form, field), sent[key], pointer, old?.[key])
    if (checked.ok) values[key] = checked.value
    else issues.push(...checked.issues)
  }
  const sentRows = new Map(
    eachSent(form.items, rows).map(({ pointer, row }) => [pointerTo(...pointer), row.given]),
  )
  return { values, rows, sentRows, issues }
}
