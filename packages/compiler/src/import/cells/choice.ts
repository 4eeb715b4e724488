import type { ChoiceField } from '@pipewright/schemas'
import { value, wrong, type CellType } from '../cell-type.ts'
import { findOption, optionText } from '../find-option.ts'

export const choice: CellType<ChoiceField> = {
  kind: 'text',
  importable: true,
  read(_field, text, { options }) {
    const option = findOption(options, text)
    if (option === 'many') return wrong('matched-many', { value: text })
    return option === 'none' ? wrong('not-an-option') : value(option.key)
  },
  write: (field, key, { optionsOf, locale }) => optionText(optionsOf(field), String(key), locale),
}
