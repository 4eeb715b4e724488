import type { ViewKind } from './view-kind.ts'

export const calendar: ViewKind = {
  required: ['start'],
  optional: ['end', 'colorBy'],
  spans: ['month', 'week', 'day', 'agenda'],
  ordered: true,
}
