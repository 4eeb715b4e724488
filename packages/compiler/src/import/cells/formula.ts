import type { FormulaField } from '@pipewright/schemas'
import type { CellType } from '../cell-type.ts'
import { result } from './result.ts'

export const formula: CellType<FormulaField> = result
