import { evaluateCondition } from '@pipewright/logic'
import { elementsOf } from '@pipewright/metadata'
import type { Expression, LayoutElement } from '@pipewright/schemas'
import { recordSite, type RuleSubject } from './rule-subject.ts'
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

/** Elements that are out of sight for the record as it stands. */
export const hiddenElements = (subject: RuleSubject): ReadonlySet<string> =>
  failing(subject, ({ when }) => when)

/** Buttons that cannot be pressed for the record as it stands. */
export const disabledButtons = (subject: RuleSubject): ReadonlySet<string> =>
  failing(subject, (element) => (element.type === 'button' ? element.enabled : undefined))
