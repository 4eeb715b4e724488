import type { RelationField } from '@pipewright/schemas'
import type { CellType } from '../cell-type.ts'
import { found } from './found.ts'

export const relation: CellType<RelationField> = found
