import type { ViewKind } from './view-kind.ts'

export const tree: ViewKind = { required: ['parent'], optional: [], columns: true }
