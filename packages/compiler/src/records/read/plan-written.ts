import { identifier, dependencies, sql, type SqlFragment } from '@pipewright/logic'
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

/** A title that is read from the row of the target alone. */
function hasPlainTitle({ app }: ReadScene, rights: Rights, target: string): boolean {
  const form = app.form(target)
  const title = form?.fields.get(form.form.titleField)
  return (
    title !== undefined &&
    isStored(app.definition, { form: target }, title) &&
    readsOwnRow(rights.forms[target]?.predicates.read)
  )
}

/**
 * Does the answer of a write need nothing that the write itself moves? A statement sees other rows as they were before
 * it, so whatever leads back to this form, to line items or to figures over others is read afterwards.
 */
function standsAlone(scene: ReadScene, form: CompiledForm, { rights }: FormReading): boolean {
  const fields = [...form.fields.values()]
  return (
    form.items.length === 0 &&
    (scene.app.dependents.get(form.key) ?? []).length === 0 &&
    fields.every((field) => form.stored.includes(field)) &&
    Object.values(rights.predicates).every(readsOwnRow) &&
    fields.every(
      (field) =>
        (field.type !== 'relation' && field.type !== 'relations' && field.type !== 'anyRelation') ||
        (field.type !== 'anyRelation' &&
          field.form !== form.key &&
          hasPlainTitle(scene, scene.rights, field.form)),
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
