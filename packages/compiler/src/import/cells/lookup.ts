import type { LookupField } from '@pipewright/schemas'
import type { CellType } from '../cell-type.ts'
import { result } from './result.ts'

export const lookup: CellType<LookupField> = result
