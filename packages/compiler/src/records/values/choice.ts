import type { ChoiceField } from '@pipewright/schemas'
import { checkAnswer } from './answer.ts'
import type { ValueChecker } from './value-checker.ts'
import { accept } from './value-checker.ts'

export const choice: ValueChecker<ChoiceField> = (field, value, place) =>
  value === '' ? accept(null) : checkAnswer(field, value, place, (answer) => place.old === answer)
