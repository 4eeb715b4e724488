import type { RollupField } from '@pipewright/schemas'
import type { CellType } from '../cell-type.ts'
import { result } from './result.ts'

export const rollup: CellType<RollupField> = result
