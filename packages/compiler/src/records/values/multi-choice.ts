import type { MultiChoiceField } from '@pipewright/schemas'
import { checkAnswer } from './answer.ts'
import { checkList } from './check-list.ts'
import type { ValueChecker } from './value-checker.ts'

const most = 1000

export const multiChoice: ValueChecker<MultiChoiceField> = (field, value, place) => {
  const kept = Array.isArray(place.old) ? new Set<unknown>(place.old) : new Set<unknown>()
  return checkList(value, place, { max: most, expected: 'options' }, (answer, at) =>
    checkAnswer(field, answer, at, (held) => kept.has(held)),
  )
}
