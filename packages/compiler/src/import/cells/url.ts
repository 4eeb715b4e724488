import type { UrlField } from '@pipewright/schemas'
import type { CellType } from '../cell-type.ts'
import { plainText } from './plain-text.ts'

export const url: CellType<UrlField> = plainText
