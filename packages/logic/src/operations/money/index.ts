import { allocate } from './allocate.ts'
import { amountInWords } from './amount-in-words.ts'
import { futureValue } from './future-value.ts'
import { installment } from './installment.ts'
import { internalRate } from './internal-rate.ts'
import { netAmount } from './net-amount.ts'
import { netPresentValue } from './net-present-value.ts'
import { payment } from './payment.ts'
import { presentValue } from './present-value.ts'
import { taxAmount } from './tax-amount.ts'
import { amount } from './amount.ts'
import type { Operation } from '../../operation.ts'

export const moneyOperations = {
  amount,
  allocate,
  amountInWords,
  futureValue,
  installment,
  internalRate,
  netAmount,
  netPresentValue,
  payment,
  presentValue,
  taxAmount,
} satisfies Record<string, Operation>
