import type { NumberField } from '@pipewright/schemas'
import type { CellType } from '../cell-type.ts'
import { decimal } from './decimal.ts'

export const number: CellType<NumberField> = decimal
