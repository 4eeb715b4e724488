export type { CommentRow } from './comment-store.ts'
export { mayReadComment, readersAmong } from './readers.ts'
export { readTimeline, type TimelineEntry } from './read-timeline.ts'
export { createComment, deleteComment, updateComment, type CommentOutcome } from './write-comment.ts'
