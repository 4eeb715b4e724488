import type { Belongings, HandOver, HandOverRule, OwnThing } from '@pipewright/contract'
import type { Expression } from '@pipewright/schemas'

/** Records of a form that meet a condition go to others than the rest of them. */
export interface ConditionRule {
  readonly filter: Expression | null
  readonly to: readonly string[]
}

/** What is to become of the records of one form. */
export interface FormPlan {
  /** Others than for everything else; none for the same. */
  readonly to: readonly string[]
  readonly conditions: readonly ConditionRule[]
  /** Fields that name the member and are to name the receiver. */
  readonly fields: readonly string[]
}

export interface Plan {
  readonly to: readonly string[]
  readonly forms: Readonly<Record<string, FormPlan>>
  readonly tasks: string | null
  /** Which of what he has for himself goes along, and to whom: null for the first of all receivers. */
  readonly own: readonly OwnThing[]
  readonly ownTo: string | null
  readonly reason: string
}

export const emptyForm: FormPlan = { to: [], conditions: [], fields: [] }
/** What work goes on with goes along by itself; what is only his own is chosen. */
export const emptyPlan: Plan = {
  to: [],
  forms: {},
  tasks: null,
  own: ['tasks', 'sharedViews'],
  ownTo: null,
  reason: '',
}

const rule = (to: readonly string[], more: Omit<HandOverRule, 'to'>): HandOverRule[] =>
  to.length === 0 ? [] : [{ ...more, to: [...to] }]

/** Conditions first, then what is said of a form, then what is said of everything. */
function rulesOf({ to, forms }: Plan): HandOverRule[] {
  const own = Object.entries(forms).flatMap(([form, plan]) => [
    ...plan.conditions.flatMap(({ filter, to: receivers }) =>
      filter === null ? [] : rule(receivers, { form, filter }),
    ),
    ...rule(plan.to, { form }),
  ])
  return [...own, ...rule(to, {})]
}

/** Undefined while nobody is named who takes anything over. */
export function handOverOf(plan: Plan, { tasks: waiting, own: things }: Belongings): HandOver | undefined {
  const rules = rulesOf(plan)
  if (rules.length === 0 || (waiting > 0 && plan.tasks === null && plan.to.length === 0)) return undefined
  const own = plan.own.filter((thing) => things[thing] > 0)
  const ownTo = plan.ownTo ?? plan.to[0]
  const chosen = Object.entries(plan.forms).filter(([, { fields }]) => fields.length > 0)
  return {
    rules,
    fields: Object.fromEntries(chosen.map(([form, { fields }]) => [form, [...fields]])),
    tasks: waiting === 0 ? null : (plan.tasks ?? plan.to[0] ?? null),
    ...(own.length === 0 || ownTo === undefined ? {} : { own: { to: ownTo, what: own } }),
    reason: plan.reason.trim(),
  }
}
