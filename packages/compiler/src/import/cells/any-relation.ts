import type { AnyRelationField } from '@pipewright/schemas'
import { readRef, refValue } from '../../records/record-ref.ts'
import type { Composite } from '../../records/value.ts'
import { optionText } from '../find-option.ts'
import { value, wrong, type CellType } from '../cell-type.ts'

/** "Account: Suzhou Precision", or `account:0193…`; a title alone where only one form has it. */
export const anyRelation: CellType<AnyRelationField> = {
  kind: 'text',
  importable: true,
  read({ targets }, text, { find }) {
    const found = find(text)
    const ref = readRef(typeof found === 'object' ? found.id : text)
    if (ref !== undefined && targets.some(({ form }) => form === ref.form)) return value(refValue(ref))
    return wrong(found === 'many' ? 'matched-many' : 'not-matched', { value: text.trim() })
  },
  write(field, own, { titleOf, optionsOf, locale }) {
    const { form, id } = own as Composite
    const title = titleOf(String(id))
    return title === '' ? '' : `${optionText(optionsOf(field), String(form), locale)}: ${title}`
  },
}
