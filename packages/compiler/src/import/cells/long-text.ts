import type { LongTextField } from '@pipewright/schemas'
import type { CellType } from '../cell-type.ts'
import { plainText } from './plain-text.ts'

export const longText: CellType<LongTextField> = plainText
