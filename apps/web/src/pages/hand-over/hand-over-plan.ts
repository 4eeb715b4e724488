import type { Belongings, HandOver, HandOverRule } from '@pipewright/contract'
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
  readonly reason: string
}

export const emptyForm: FormPlan = { to: [], conditions: [], fields: [] }
export const emptyPlan: Plan = { to: [], forms: {}, tasks: null, reason: '' }

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
export function handOverOf(plan: Plan, { tasks: waiting }: Belongings): HandOver | undefined {
  const rules = rulesOf(plan)
  if (rules.length === 0 || (waiting > 0 && plan.tasks === null && plan.to.length === 0)) return undefined
  const chosen = Object.entries(plan.forms).filter(([, { fields }]) => fields.length > 0)
  return {
    rules,
    fields: Object.fromEntries(chosen.map(([form, { fields }]) => [form, [...fields]])),
    tasks: waiting === 0 ? null : (plan.tasks ?? plan.to[0] ?? null),
    reason: plan.reason.trim(),
  }
}
