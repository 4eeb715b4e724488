import type { MultiChoiceField } from '@pipewright/schemas'
import { checkAnswer } from './answer.ts'
import { checkList } from './check-list.ts'
import { refuse, type ValueChecker } from './value-checker.ts'

const most = 1000

export const multiChoice: ValueChecker<MultiChoiceField> = (field, value, place) => {
  const kept = Array.isArray(place.old) ? new Set<unknown>(place.old) : new Set<unknown>()
  const { minChosen = 0, maxChosen = most } = field
  const checked = checkList(value, place, { max: maxChosen, expected: 'options' }, (answer, at) =>
    checkAnswer(field, answer, at, (held) => kept.has(held)),
  )
  const count = checked.ok && Array.isArray(checked.value) ? checked.value.length : minChosen
  return count < minChosen ? refuse(place, 'too-few', { min: minChosen }) : checked
}
