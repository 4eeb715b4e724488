import { identifier, dependencies, sql, type SqlFragment } from '@pipewright/logic'
import type { CompiledApp } from '../../app/compile-app.ts'
import type { CompiledForm } from '../../app/compiled-form.ts'
import type { Predicate, Rights } from '../../rights/rights.ts'
import { isStored } from '../../tables/is-stored.ts'
import { predicateSql } from '../sql/column-sql.ts'
import { joinList } from '../sql/join-list.ts'
import { readForm, type FormReading, type ReadScene } from './read-scene.ts'
import type { RowShape } from './record-answer.ts'
import { mayList, readablePaths, selectRecord } from './record-select.ts'
import { rememberPlan } from './remember-plan.ts'

/** Name of the rows that the statement of a write has just written. */
export const writtenRows = 'written'

export interface WrittenPlan {
  /** Select over the written rows; `seen` says whether the writer may see the record as it is now. */
  readonly statement: SqlFragment
  readonly shape: RowShape
}

type Made = { readonly ok: false } | ({ readonly ok: true } & WrittenPlan)

const readsOwnRow = (predicate: Predicate | undefined): boolean =>
  predicate === undefined || dependencies(predicate).every((path) => path.length <= 1)

type Moved = ReadonlyMap<string, ReadonlySet<string>>

/** By form, the stored values that can follow a change of this one, over however many records. */
function movedBy(app: CompiledApp, form: string): Moved {
  const moved = new Map<string, Set<string>>()
  const open = [form]
  for (let source = open.pop(); source !== undefined; source = open.pop())
    for (const { target, rollups, formulas } of app.dependents.get(source) ?? []) {
      if (!moved.has(target)) open.push(target)
      const keys = moved.get(target) ?? new Set<string>()
      moved.set(target, keys)
      for (const { key } of [...rollups, ...formulas]) keys.add(key)
    }
  return moved
}

const readsNoneOf = (predicate: Predicate | undefined, keys: ReadonlySet<string> | undefined): boolean =>
  keys === undefined ||
  predicate === undefined ||
  dependencies(predicate).every(([key = '']) => !keys.has(key))

/** A title that is read from the row of the target alone, and does not follow what is written. */
function hasPlainTitle({ app }: ReadScene, rights: Rights, target: string, moved: Moved): boolean {
  const form = app.form(target)
  const title = form?.fields.get(form.form.titleField)
  const predicate = rights.forms[target]?.predicates.read
  return (
    title !== undefined &&
    isStored(app.definition, { form: target }, title) &&
    moved.get(target)?.has(title.key) !== true &&
    readsOwnRow(predicate) &&
    readsNoneOf(predicate, moved.get(target))
  )
}

/**
 * Does the answer of a write need nothing that the write itself moves? A statement sees other rows as they were before
 * it, so whatever comes back to this form, or moves what is shown of others, is read afterwards.
 */
function standsAlone(scene: ReadScene, form: CompiledForm, { rights }: FormReading): boolean {
  const fields = [...form.fields.values()]
  const moved = movedBy(scene.app, form.key)
  return (
    form.items.length === 0 &&
    !moved.has(form.key) &&
    fields.every((field) => form.stored.includes(field)) &&
    Object.values(rights.predicates).every(readsOwnRow) &&
    fields.every(
      (field) =>
        (field.type !== 'relation' && field.type !== 'relations' && field.type !== 'anyRelation') ||
        (field.type !== 'anyRelation' &&
          field.form !== form.key &&
          hasPlainTitle(scene, scene.rights, field.form, moved)),
    )
  )
}

function makePlan(scene: ReadScene, form: CompiledForm): Made {
  const reading = readForm(scene, form.key)
  if (reading === undefined || !standsAlone(scene, form, reading)) return { ok: false }
  const selected = selectRecord(reading, readablePaths(reading, true))
  if (!selected.ok) return { ok: false }
  const visible = predicateSql(reading.sql, reading.base, form.key, reading.rights.predicates.read)
  const list = joinList(
    [...selected.list, ...mayList(reading), sql`coalesce(${visible}, false) as seen`],
    ', ',
  )
  const statement = sql`select ${list} from ${identifier(writtenRows)} ${reading.base}`
  return { ok: true, statement, shape: selected.shape }
}

/** How the statement of a write answers the record at once; undefined where it must be read afterwards. */
export function planWritten(scene: ReadScene, form: CompiledForm): WrittenPlan | undefined {
  const plan = rememberPlan(scene, `written ${form.key}`, () => makePlan(scene, form))
  return plan.ok ? plan : undefined
}
