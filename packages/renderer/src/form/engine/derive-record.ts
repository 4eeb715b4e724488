import type { Values } from '@pipewright/contract'
import {
  assignedValue,
  disabledButtons,
  explainedFields,
  hiddenElements,
  ruleState,
  runSets,
  warningIssues,
  type CompiledForm,
  type RuleSubject,
  valueAt,
} from '@pipewright/compiler'
import { localize } from '@pipewright/metadata'
import { sameValue } from '../../environment/same-value.ts'
import { asRows, type ItemRow } from '../../controls/line-items/row-changes.ts'
import { withLookups } from './calculate-one.ts'
import { calculateValues } from './calculate-values.ts'
import { fieldIssue } from './field-issue.ts'
import type { Derived, EngineScene, Ruled } from './form-engine.ts'

/** Rows that rules look at need what their conditions read over relations. */
function withRowLookups(scene: EngineScene, form: CompiledForm, data: Record<string, unknown>): void {
  for (const items of form.items) {
    const { key } = items.field
    const isAsked = items.lookups.length > 0 && form.form.rules?.some(({ rows }) => rows === key) === true
    if (isAsked) data[key] = asRows(data[key] as never).map((row) => withLookups(scene, items, row))
  }
}

function subjectOf(scene: EngineScene, form: CompiledForm, values: Values, old: Values | null): RuleSubject {
  const record = { ...withLookups(scene, form, values), $old: old ?? {} }
  withRowLookups(scene, form, record)
  return { form, context: scene.context, writer: scene.writer, record, old }
}

/** Lists of rows that a rule is setting cells of: copied once per rule, however many rows it sets. */
class RowsBeingSet {
  #copies = new Map<string, ItemRow[]>()

  set(values: Values, key: string, row: number, column: string, value: Values[string]): Values {
    const copy = this.#copies.get(key) ?? [...asRows(values[key] ?? null)]
    this.#copies.set(key, copy)
    const held = copy[row]
    if (held === undefined || (held[column] !== undefined && sameValue(held[column], value))) return values
    copy[row] = { ...held, [column]: value ?? null }
    return { ...values, [key]: copy as never }
  }

  settle(): void {
    this.#copies = new Map()
  }
}

/** Formulas first, then the rules that set a field, in order; each sees what those before it set. */
function settle(scene: EngineScene, form: CompiledForm, typed: Values, old: Values | null) {
  const extra = { $old: old ?? {} }
  let values = calculateValues(scene, form, typed, extra)
  let subject = subjectOf(scene, form, values, old)
  const rows = new RowsBeingSet()
  const set = runSets({
    subject: () => subject,
    assign({ place, field, row }, expression, data) {
      const value = assignedValue(place, field, expression, data, scene.context) as never
      const items = place.place.lineItems
      if (row === undefined || items === undefined) values = { ...values, [field.key]: value }
      else values = rows.set(values, items, row, field.key, value)
    },
    settle() {
      rows.settle()
      values = calculateValues(scene, form, values, extra)
      subject = subjectOf(scene, form, values, old)
    },
  })
  return { values, subject, set }
}

/** Fields that a picked record holds: the name of its relation says why. */
function filledLocks(scene: EngineScene, form: CompiledForm, values: Values): [string, string][] {
  const all = [...[...form.fills.values()].flat(), ...form.lineFills]
  return all.flatMap(({ to, relation, lock }): [string, string][] =>
    lock && valueAt(values, relation) !== null
      ? [[to, localize(form.fields.get(relation.split('.')[0] ?? '')?.label, scene.locale)]]
      : [],
  )
}

/** What follows from the values: formulas, values set by rules, what is hidden, needed, locked and limited. */
export function deriveRecord(
  scene: EngineScene,
  form: CompiledForm,
  typed: Values,
  old: Values | null,
): Derived {
  const { locale, rights } = scene
  const { values, subject, set } = settle(scene, form, typed, old)
  const state = ruleState(subject)
  const ruled: Ruled = {
    subject,
    state,
    set,
    locale,
    mayWrite: (path) => rights.fields[path] === 'write',
    mayRead: (path) => rights.fields[path] !== undefined,
  }
  return {
    values,
    hidden: state.hidden,
    hiddenSections: state.hiddenSections,
    hiddenElements: hiddenElements(subject),
    disabledButtons: disabledButtons(subject),
    required: state.required,
    locked: new Map([
      ...filledLocks(scene, form, values),
      ...[...set, ...state.locked].map(([spot, rule]) => [spot, localize(rule.label, locale)] as const),
    ]),
    limited: new Map([...state.limited].map(([spot, { options }]) => [spot, options])),
    warnings: warningIssues(ruled).map((issue) => fieldIssue(issue, locale)),
    explained: explainedFields(subject, state),
    ruled,
  }
}
