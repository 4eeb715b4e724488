import { evaluateCondition } from '@pipewright/logic'
import type { CompiledItems } from '../../app/compiled-form.ts'
import type { Predicate } from '../../rights/rights.ts'
import type { Kept } from '../grams.ts'
import { keptOf } from '../kept-of.ts'
import { issue, pointerTo, type Issue } from '../issue.ts'
import { sameValue, type FieldValue, type RecordValues, type Row } from '../value.ts'
import { applyDefaults, applyFills } from './apply-defaults.ts'
import type { Start } from './apply-start.ts'
import { applySetRules, checkRules } from './apply-rules.ts'
import { calculate, overflow } from './calculate.ts'
import { checkDependents } from './check-dependents.ts'
import { checkDistances } from './check-distances.ts'
import { checkFilters } from './check-filters.ts'
import { checkMemberLimits } from './check-member-limits.ts'
import { checkRepeatedRows } from './check-repeated-rows.ts'
import { checkInput, type CheckedInput, type CheckedRow } from './check-input.ts'
import { eachRow } from './each-row.ts'
import { applyPipeline, checkStages, entersStage } from './check-stages.ts'
import { blank } from './blank.ts'
import { checkTargets } from './check-targets.ts'
import { tooManyInside } from '../values/line-items.ts'
import { rateIssues } from './fill-rates.ts'
import { fillLookups } from './fill-lookups.ts'
import type { Needs } from './related.ts'
import { rowsOf, type Draft, type RecordSystem, type StoredRecord, type WriteScene } from './write-scene.ts'

export interface WriteRequest {
  /** The body's `values`, as sent. */
  readonly values: unknown
  /** System columns of the record as it will be. */
  readonly system: RecordSystem
  readonly old: StoredRecord | null
  /** Auto numbers of a new record, once they are drawn. */
  readonly numbers?: Readonly<Record<string, string>>
  /** Of a new record: where it came from, and what its writer entered last. */
  readonly start?: Start
  /** Rows the record must be among afterwards. */
  readonly predicate: Predicate
}

export interface PreparedRecord {
  readonly system: RecordSystem
  /** Every stored field, calculated ones and rows included. New rows have no id yet. */
  readonly values: RecordValues
  /** Stored fields that differ from before. */
  readonly changed: readonly string[]
  readonly sought: Kept
  /** Messages of rules that do not stand in the way. */
  readonly warnings: readonly Issue[]
}

export type Prepared =
  /** Load these, then prepare again. */
  | { readonly kind: 'needs'; readonly needs: Needs }
  | { readonly kind: 'invalid'; readonly code: 'invalid' | 'rule-refused'; readonly errors: readonly Issue[] }
  /** The record would lie outside what the actor may write. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'ready'; readonly record: PreparedRecord }

type Known = Readonly<Record<string, unknown>>

/** What was sent of the rows over what they were; rows that were not sent stay as they are. */
function mergeRows(
  all: readonly CompiledItems[],
  rows: CheckedInput['rows'],
  draft: Draft,
  old: Known | undefined,
): void {
  for (const items of all) {
    const { key } = items.field
    const before = (old?.[key] ?? []) as readonly Known[]
    const byId = new Map(before.map((row) => [row['id'], row]))
    const sent: readonly CheckedRow[] =
      rows.get(key) ?? before.map((row) => ({ id: String(row['id']), given: {}, inner: new Map() }))
    draft[key] = sent.map(({ id, given, inner }) => {
      const was = id === undefined ? undefined : byId.get(id)
      const row: Draft = { ...(was ?? blank(items)), ...given }
      mergeRows(items.inner, inner, row, was)
      return row
    })
  }
}

function draftOf(
  scene: WriteScene,
  { old, system, numbers, start }: WriteRequest,
  input: CheckedInput,
): { readonly draft: Draft; readonly set: ReturnType<typeof applySetRules> } {
  const draft: Draft = { ...blank(scene.form), ...old?.values, ...system, ...input.values, ...numbers }
  draft['$old'] = old === null ? {} : { ...old.values, ...old.system }
  mergeRows(scene.form.items, input.rows, draft, old?.values)
  fillLookups(scene, draft)
  applyDefaults(scene, input, draft, { old, ...(start === undefined ? {} : { start }) })
  fillLookups(scene, draft)
  applyFills(scene, input, draft, old?.values ?? null)
  applyPipeline(scene, draft, input.values)
  fillLookups(scene, draft)
  calculate(scene, draft)
  return { draft, set: applySetRules(scene, draft, old) }
}

function overflowIssues(scene: WriteScene, draft: Draft): Issue[] {
  const found = scene.form.formulas.filter((field) => draft[field.key] === overflow)
  const rows = eachRow(scene.form, draft, null).some(({ data }) => Object.values(data).includes(overflow))
  const visible = found.filter(
    (field) => scene.rights === null || Object.hasOwn(scene.rights.fields, field.key),
  )
  if (found.length === 0 && !rows) return []
  const params = { max: '9'.repeat(18) }
  return visible.length === 0
    ? [issue('', 'too-big', params)]
    : visible.map((field) => issue(pointerTo('values', field.key), 'too-big', params))
}

/** All rows inside the rows of a field together are no more than can be kept. */
const innerRowIssues = ({ form, locale }: WriteScene, draft: Draft): Issue[] =>
  form.items.flatMap(({ field }) =>
    tooManyInside(field, rowsOf(draft, field.key), { locale, pointer: pointerTo('values', field.key) }),
  )

/** Rows that have the same where they must not; a column that its writer does not see is not named. */
function repeatedRowIssues(
  { form, locale, rights }: WriteScene,
  draft: Draft,
  old: StoredRecord | null,
): Issue[] {
  const sees = (path: string) => rights === null || Object.hasOwn(rights.fields, path)
  return checkRepeatedRows({ form, locale, sees }, draft, old?.values ?? null)
}

function storedRow(items: CompiledItems, row: Draft): Row {
  const stored: Record<string, unknown> = {}
  if (row['id'] !== undefined) stored['id'] = row['id']
  for (const field of items.stored) stored[field.key] = row[field.key] ?? null
  for (const inner of items.inner)
    stored[inner.field.key] = rowsOf(row, inner.field.key).map((each) => storedRow(inner, each))
  return stored as Row
}

function storedValues(scene: WriteScene, draft: Draft): RecordValues {
  const values: Record<string, FieldValue> = {}
  for (const field of scene.form.stored) values[field.key] = (draft[field.key] ?? null) as FieldValue
  for (const items of scene.form.items)
    values[items.field.key] = rowsOf(draft, items.field.key).map((row) => storedRow(items, row))
  return values
}

function changedFields(values: RecordValues, old: StoredRecord | null): string[] {
  return Object.keys(values).filter((key) => {
    const before = old?.values[key] ?? (Array.isArray(values[key]) ? [] : null)
    return !sameValue(values[key] ?? null, before) && !(values[key] === null && sameValue(before, []))
  })
}

/** Options that do not belong to what their field depends on. The system's own writes and conversions are not judged. */
function dependentIssues(
  { form, locale, rights, trusted }: WriteScene,
  input: CheckedInput,
  draft: Draft,
  old: StoredRecord | null,
): Issue[] {
  if (rights === null) return []
  // A value that was refused is not in the draft: one problem per place is enough.
  const refused = new Set(input.issues.map(({ pointer }) => pointer))
  const sees = (path: string) =>
    Object.hasOwn(rights.fields, path) && trusted?.has(path.split('.')[0] ?? '') !== true
  const found = checkDependents({ form, locale, sees, old: old?.values ?? null }, draft)
  return found.filter(({ pointer }) => !refused.has(pointer))
}

const byRules: ReadonlySet<Issue['code']> = new Set(['refused', 'locked-by-rule', 'option-limited'])

/** By request, what was sent as it was checked for this scene: the same each time the write is prepared. */
const checked = new WeakMap<WriteRequest, { readonly scene: WriteScene; readonly input: CheckedInput }>()

function checkOnce(scene: WriteScene, request: WriteRequest): CheckedInput {
  const known = checked.get(request)
  if (known?.scene === scene) return known.input
  const input = checkInput(scene, request.values, request.old?.values ?? null)
  checked.set(request, { scene, input })
  return input
}

/**
 * Everything between what was sent and what is stored, without touching anything: rights, types, defaults, rules,
 * formulas. Values of other records are asked for by answering `needs`; with them loaded, call it again.
 */
export function prepareWrite(scene: WriteScene, request: WriteRequest): Prepared {
  const input = checkOnce(scene, request)
  const { draft, set } = draftOf(scene, request, input)
  const targets = [
    ...checkTargets(scene, input, request.old),
    ...checkFilters(scene, draft, request.old),
    ...checkMemberLimits(scene, draft, request.old),
    ...checkDistances(scene, draft, request.old),
    ...dependentIssues(scene, input, draft, request.old),
  ]
  const staged = checkStages(scene, draft, request.old, request.system.id)
  const needs = scene.related.takeNeeds()
  if (needs.size > 0) return { kind: 'needs', needs }
  const wrong = [...input.issues, ...targets]
  const ruled = checkRules(scene, input, draft, request.old, set)
  const sent = new Set(wrong.map((found) => found.pointer))
  const asked = new Set(ruled.issues.map((found) => found.pointer))
  const errors = [
    ...wrong,
    ...ruled.issues.filter((found) => !sent.has(found.pointer)),
    ...staged.filter(
      (found) => !sent.has(found.pointer) && !(found.code === 'stage-field' && asked.has(found.pointer)),
    ),
    ...rateIssues(scene, draft).filter(
      (found) => !wrong.some(({ pointer }) => found.pointer.startsWith(pointer)),
    ),
    ...overflowIssues(scene, draft),
    ...innerRowIssues(scene, draft),
    ...repeatedRowIssues(scene, draft, request.old).filter((found) => !sent.has(found.pointer)),
  ]
  if (errors.length > 0) {
    const onlyRules = errors.every(({ code }) => byRules.has(code))
    return { kind: 'invalid', code: onlyRules ? 'rule-refused' : 'invalid', errors }
  }
  if (!meets(scene, request.predicate, draft)) return { kind: 'outside' }
  const values = storedValues(scene, draft)
  const since = entersStage(scene, draft, request.old) ? request.system.updated_at : undefined
  const record = {
    system: since === undefined ? request.system : { ...request.system, stage_since: since },
    values,
    changed: changedFields(values, request.old),
    sought: keptOf(scene.form, values),
    warnings: ruled.warnings,
  }
  return { kind: 'ready', record }
}

/** The draft as far as it goes, for whoever looks on while it is typed. */
export type Drafted =
  | { readonly kind: 'needs'; readonly needs: Needs }
  /** Something in it may not be looked at. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'ready'; readonly values: Readonly<Record<string, unknown>> }

/** What a record would hold, with everything that is calculated; nothing is judged but what it refers to. */
export function draftRecord(scene: WriteScene, request: WriteRequest): Drafted {
  const input = checkInput(scene, request.values, request.old?.values ?? null)
  const { draft } = draftOf(scene, request, input)
  const targets = checkTargets(scene, input, request.old)
  const needs = scene.related.takeNeeds()
  if (needs.size > 0) return { kind: 'needs', needs }
  return targets.length > 0 ? { kind: 'refused' } : { kind: 'ready', values: draft }
}

function meets(scene: WriteScene, predicate: Predicate, draft: Draft): boolean {
  if (typeof predicate === 'boolean') return predicate
  return evaluateCondition(predicate, draft, scene.context, scene.form.scope)
}
