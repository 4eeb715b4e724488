import { isOther, otherText, otherValue } from '@pipewright/metadata'
import type { Option } from '@pipewright/schemas'
import { value, wrong, type CellRead } from './cell-type.ts'
import { findOption, optionText } from './find-option.ts'

/** The option that a text names; where answers of one's own are taken, what names none is such an answer. */
export function readAnswer(
  field: { readonly other?: boolean },
  text: string,
  options: readonly Option[],
): CellRead {
  const option = findOption(options, text)
  if (option === 'many') return wrong('matched-many', { value: text.trim() })
  if (option !== 'none') return value(option.key)
  if (field.other !== true) return wrong('not-an-option')
  const own = text.trim()
  return value(isOther(own) ? own : otherValue(own))
}

/** The words of an answer; one of one's own keeps its mark where the words alone would name an option. */
export function answerText(options: readonly Option[], key: string, locale: 'en' | 'zh'): string {
  if (!isOther(key)) return optionText(options, key, locale)
  const own = otherText(key)
  return isOther(own) || findOption(options, own) !== 'none' ? key : own
}
