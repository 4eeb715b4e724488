import type { ViewKind } from './view-kind.ts'

export const timeline: ViewKind = {
  required: ['start'],
  optional: ['end', 'groupBy', 'colorBy'],
  spans: ['day', 'week', 'month', 'quarter', 'year'],
  ordered: true,
}
