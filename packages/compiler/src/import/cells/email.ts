import type { EmailField } from '@pipewright/schemas'
import type { CellType } from '../cell-type.ts'
import { plainText } from './plain-text.ts'

export const email: CellType<EmailField> = plainText
