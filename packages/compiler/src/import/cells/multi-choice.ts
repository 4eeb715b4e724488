import type { MultiChoiceField } from '@pipewright/schemas'
import { answerText, readAnswer } from '../answer-cell.ts'
import { value, type CellType } from '../cell-type.ts'
import { findOption } from '../find-option.ts'
import { joinList, splitList } from '../list-text.ts'

export const multiChoice: CellType<MultiChoiceField> = {
  kind: 'text',
  importable: true,
  read(field, text, { options }) {
    const whole = findOption(options, text)
    if (typeof whole === 'object') return value([whole.key])
    const keys = new Set<string>()
    for (const part of splitList(text)) {
      const answer = readAnswer(field, part, options)
      if (!answer.ok) return answer
      keys.add(String(answer.value))
    }
    return value([...keys])
  },
  write(field, keys, { optionsOf, locale }) {
    const options = optionsOf(field)
    return joinList((keys as readonly string[]).map((key) => answerText(options, key, locale)))
  },
}
