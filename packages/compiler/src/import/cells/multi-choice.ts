import type { MultiChoiceField } from '@pipewright/schemas'
import { value, wrong, type CellType } from '../cell-type.ts'
import { findOption, optionText } from '../find-option.ts'

const separators = /[,;|、，；｜\n]/u

export const multiChoice: CellType<MultiChoiceField> = {
  kind: 'text',
  importable: true,
  read(_field, text, { options }) {
    const whole = findOption(options, text)
    if (typeof whole === 'object') return value([whole.key])
    const parts = text.split(separators).filter((part) => part.trim() !== '')
    const keys: string[] = []
    for (const part of parts) {
      const option = findOption(options, part)
      if (option === 'many') return wrong('matched-many', { value: part.trim() })
      if (option === 'none') return wrong('not-an-option')
      keys.push(option.key)
    }
    return value([...new Set(keys)])
  },
  write(field, keys, { optionsOf, locale }) {
    const options = optionsOf(field)
    const labels = (keys as readonly string[]).map((key) => {
      const label = optionText(options, key, locale)
      return separators.test(label) ? key : label
    })
    return labels.join('; ')
  },
}
