import { evaluateCondition } from '@pipewright/logic'
import { elementsOf } from '@pipewright/metadata'
import type { LayoutElement } from '@pipewright/schemas'
import { recordSite, type RuleSubject } from './rule-subject.ts'
import { asksForDevice } from './writer.ts'

/** Keys of the elements whose condition does not hold for the record as it stands. */
export function hiddenElements(subject: RuleSubject): ReadonlySet<string> {
  const { form, context, writer } = subject
  const conditional = elementsOf(form.form).filter(({ when }) => when !== undefined)
  if (conditional.length === 0) return new Set()
  const { data } = recordSite(subject)
  const holds = ({ when = null }: LayoutElement) =>
    (writer.device === null && asksForDevice(when)) || evaluateCondition(when, data, context, form.scope)
  return new Set(conditional.filter((element) => !holds(element)).map(({ key }) => key))
}
