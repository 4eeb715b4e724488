import type { ViewKind } from './view-kind.ts'

export const board: ViewKind = { required: ['groupBy'], optional: ['lanes'], sums: true }
