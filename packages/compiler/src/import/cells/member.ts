import type { MemberField } from '@pipewright/schemas'
import type { CellType } from '../cell-type.ts'
import { found } from './found.ts'

export const member: CellType<MemberField> = found
