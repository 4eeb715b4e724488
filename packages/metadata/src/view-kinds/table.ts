import type { ViewKind } from './view-kind.ts'

export const table: ViewKind = { required: [], optional: [], columns: true }
