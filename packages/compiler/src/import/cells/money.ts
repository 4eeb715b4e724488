import type { MoneyField } from '@pipewright/schemas'
import type { CellType } from '../cell-type.ts'
import { decimal } from './decimal.ts'

export const money: CellType<MoneyField> = decimal
