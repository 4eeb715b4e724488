import type { ChoiceField } from '@pipewright/schemas'
import { answerText, readAnswer } from '../answer-cell.ts'
import type { CellType } from '../cell-type.ts'

export const choice: CellType<ChoiceField> = {
  kind: 'text',
  importable: true,
  read: (field, text, { options }) => readAnswer(field, text, options),
  write: (field, key, { optionsOf, locale }) => answerText(optionsOf(field), String(key), locale),
}
