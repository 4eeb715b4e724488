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
  type CompiledItems,
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

/** Rows that rules look at need what their conditions read over relations, and so do the rows around them. */
function withRowLookups(
  scene: EngineScene,
  form: CompiledForm,
  all: readonly CompiledItems[],
  data: Record<string, unknown>,
): void {
  for (const items of all) {
    const { path, inner, field } = items
    const looksUp = [items, ...inner].some(({ lookups }) => lookups.length > 0)
    const isAsked = form.form.rules?.some(({ rows = '' }) => rows === path || rows.startsWith(`${path}.`))
    if (!looksUp || isAsked !== true) continue
    data[field.key] = asRows(data[field.key] as never).map((row) => {
      const seen = withLookups(scene, items, row)
      withRowLookups(scene, form, inner, seen)
      return seen
    })
  }
}

function subjectOf(scene: EngineScene, form: CompiledForm, values: Values, old: Values | null): RuleSubject {
  const record = { ...withLookups(scene, form, values), $old: old ?? {} }
  withRowLookups(scene, form, form.items, record)
  return { form, context: scene.context, writer: scene.writer, record, old }
}

interface Cell {
  readonly lineItems: string
  readonly rows: readonly number[]
  readonly column: string
}

/** Lists of rows that a rule is setting cells of: copied once per rule, however many rows it sets. */
class RowsBeingSet {
  #copies = new Map<string, ItemRow[]>()

  #copyOf(name: string, rows: Values[string] | undefined): ItemRow[] {
    const copy = this.#copies.get(name) ?? [...asRows(rows ?? null)]
    this.#copies.set(name, copy)
    return copy
  }

  /** The record with a cell of it set: at "items.parts", rows [1, 0] is the first row inside the second. */
  set(values: Values, { lineItems, rows, column }: Cell, value: Values[string]): Values {
    return this.#set(values, '', lineItems.split('.'), rows, column, value ?? null)
  }

  #set<V extends Values>(
    around: V,
    name: string,
    [key = '', ...inside]: readonly string[],
    [row = 0, ...rows]: readonly number[],
    column: string,
    value: Values[string],
  ): V {
    const own = `${name}/${key}`
    const copy = this.#copyOf(own, around[key])
    const held = copy[row]
    if (held === undefined) return around
    const isSame = held[column] !== undefined && sameValue(held[column], value)
    const plain = isSame ? held : { ...held, [column]: value }
    const next = inside.length === 0 ? plain : this.#set(held, `${own}/${row}`, inside, rows, column, value)
    if (next === held) return around
    copy[row] = next
    return { ...around, [key]: copy }
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
    assign({ place, field, rows: at }, expression, data) {
      const value = assignedValue(place, field, expression, data, scene.context) as never
      const items = place.place.lineItems
      if (items === undefined) values = { ...values, [field.key]: value }
      else values = rows.set(values, { lineItems: items, rows: at, column: field.key }, value)
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
