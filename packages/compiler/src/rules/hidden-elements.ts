import { evaluateCondition } from '@pipewright/logic'
import { elementsOf } from '@pipewright/metadata'
import type { Expression, LayoutElement } from '@pipewright/schemas'
import { askedAt, isAside, recordSite, type RuleSubject } from './rule-subject.ts'
import { asksForDevice } from './writer.ts'

/** Keys of the elements one of whose conditions does not hold for the record as it stands. */
function failing(
  subject: RuleSubject,
  conditionOf: (element: LayoutElement) => Expression | undefined,
): ReadonlySet<string> {
  const { form, context, writer } = subject
  const asked = elementsOf(form.form).flatMap((element) => {
    const condition = conditionOf(element)
    return condition === undefined ? [] : [{ key: element.key, condition }]
  })
  if (asked.length === 0) return new Set()
  const { data } = recordSite(subject)
  const holds = (condition: Expression) =>
    (writer.device === null && asksForDevice(condition)) ||
    evaluateCondition(condition, data, context, form.scope)
  return new Set(asked.filter(({ condition }) => !holds(condition)).map(({ key }) => key))
}

/** Elements that rules keep out of sight. */
function hiddenByRules(subject: RuleSubject): string[] {
  const rules = subject.form.form.rules ?? []
  return rules.flatMap((rule) => {
    const naming = rule.effects.flatMap((effect) =>
      effect.type === 'show' || effect.type === 'hide' ? [effect] : [],
    )
    if (naming.length === 0 || isAside(rule, subject.writer)) return []
    const holds = askedAt(subject, rule).some((site) => site.holds)
    return naming.flatMap(({ type, elements = [] }) => ((type === 'show') !== holds ? elements : []))
  })
}

/** Elements that are out of sight for the record as it stands, by their own condition or by a rule. */
export const hiddenElements = (subject: RuleSubject): ReadonlySet<string> =>
  new Set([...failing(subject, ({ when }) => when), ...hiddenByRules(subject)])

/** Buttons that cannot be pressed for the record as it stands. */
export const disabledButtons = (subject: RuleSubject): ReadonlySet<string> =>
  failing(subject, (element) => (element.type === 'button' ? element.enabled : undefined))
