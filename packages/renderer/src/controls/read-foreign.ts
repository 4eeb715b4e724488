import { amountValue, readAmount } from '@pipewright/compiler'
import type { JsonValue } from '@pipewright/contract'
import { currenciesOf } from '@pipewright/metadata'
import type { ForeignMoneyField } from '@pipewright/schemas'

/** An amount as it was written; one that is none stays, so that the check names it. */
export const readForeign = (field: ForeignMoneyField, text: string): JsonValue => {
  const read = readAmount(text, '.', currenciesOf(field))
  return read === undefined
    ? { amount: text, currency: field.currency, text }
    : ({ ...amountValue(read.amount, read.currency ?? field.currency) } as JsonValue)
}
