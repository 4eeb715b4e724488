import { futureValue } from './future-value.ts'
import { installment } from './installment.ts'
import { netAmount } from './net-amount.ts'
import { payment } from './payment.ts'
import { presentValue } from './present-value.ts'
import { taxAmount } from './tax-amount.ts'
import type { Operation } from '../../operation.ts'

export const moneyOperations = {
  futureValue,
  installment,
  netAmount,
  payment,
  presentValue,
  taxAmount,
} satisfies Record<string, Operation>
