export type { CommentRow } from './comment-store.ts'
export { mayReadComment, readersAmong } from './readers.ts'
export { createComment, deleteComment, updateComment, type CommentOutcome } from './write-comment.ts'
