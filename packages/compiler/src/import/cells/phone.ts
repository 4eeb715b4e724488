import type { PhoneField } from '@pipewright/schemas'
import type { CellType } from '../cell-type.ts'
import { plainText } from './plain-text.ts'

export const phone: CellType<PhoneField> = plainText
