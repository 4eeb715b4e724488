import type { ViewKind } from './view-kind.ts'

export const gallery: ViewKind = { required: ['picture'], optional: [] }
