import type { ViewKind } from './view-kind.ts'

export const map: ViewKind = { required: ['place'], optional: ['colorBy'] }
