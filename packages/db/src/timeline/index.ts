export { readTimeline } from './read-timeline.ts'
export type { TimelineEntry } from './timeline-line.ts'
