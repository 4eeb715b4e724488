import { currenciesOf } from '@pipewright/metadata'
import type { ForeignMoneyField } from '@pipewright/schemas'
import type { Composite } from '../../records/value.ts'
import { checkValue } from '../../records/values/index.ts'
import { value, wrong, type CellType } from '../cell-type.ts'
import { readAmount } from '../read-amount.ts'

export const foreignMoney: CellType<ForeignMoneyField> = {
  kind: 'text',
  importable: true,
  read(field, text, { decimal }) {
    const amount = readAmount(text, decimal, currenciesOf(field))
    if (amount === undefined) return wrong('not-an-amount')
    const checked = checkValue(field, { ...amount }, { pointer: '' })
    const [first] = checked.ok ? [] : checked.issues
    return checked.ok ? value(checked.value) : wrong(first?.code ?? 'wrong-type', first?.params)
  },
  write: (_field, own) => (own as Composite).text,
}
