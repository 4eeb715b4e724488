import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, Instant, Key, Path, RecordParams, closed } from '../shapes.ts'
import { FileInfo } from './files.ts'
import { RecordMail } from './record-mails.ts'
import { HistoryEvent, Nullable } from './record-shapes.ts'

/** As it is sent; how long it may be is said with the refusal. */
const text = Type.String({
  maxLength: 20_000,
  description: 'Plain text; "@{<member id>}" mentions a member.',
})
const files = Type.Array(Id, { maxItems: 20, uniqueItems: true, description: "The author's own uploads." })

export const Comment = closed({
  id: Id,
  at: Instant,
  author: Id,
  text,
  field: Nullable(Type.String({ description: 'The field it is about; null for the record as a whole.' })),
  replyTo: Nullable(
    closed({
      id: Id,
      author: Nullable(Id),
      text: Nullable(Type.String({ description: 'Its beginning; null when it was removed.' })),
    }),
  ),
  files: Type.Array(FileInfo),
  editedAt: Nullable(Instant),
})
export type Comment = Static<typeof Comment>

export const TimelineKind = Type.Union([
  Type.Literal('comments'),
  Type.Literal('changes'),
  Type.Literal('approvals'),
  Type.Literal('followUps'),
  Type.Literal('mails'),
])
export type TimelineKind = Static<typeof TimelineKind>

/** What was done about the record, noted as a record of a log. */
export const TimelineFollowUp = closed({
  id: Id,
  form: Key,
  at: Instant,
  author: Nullable(Id),
  title: Type.String(),
  text: Type.String(),
  kind: Nullable(Type.String({ description: 'Option of its kind.' })),
  doneAt: Nullable(Type.String({ description: 'Day or instant of what was done.' })),
  next: Nullable(Type.String({ description: 'Day.' })),
})
export type TimelineFollowUp = Static<typeof TimelineFollowUp>

/** Another record that a line is of. */
const about = Nullable(closed({ form: Key, id: Id, title: Type.String() }))

export const TimelineEntry = Type.Union([
  closed({ type: Type.Literal('event'), event: HistoryEvent, about }),
  closed({ type: Type.Literal('comment'), comment: Comment, about }),
  closed({ type: Type.Literal('followUp'), followUp: TimelineFollowUp, about }),
  closed({ type: Type.Literal('mail'), mail: RecordMail, about }),
])
export type TimelineEntry = Static<typeof TimelineEntry>

const WrittenComment = closed({
  comment: Comment,
  unreached: Type.Array(Id, { description: 'Members mentioned who may not read it, and are not told.' }),
})
const CommentParams = closed({ ...RecordParams.properties, comment: Id })
const base = '/api/w/:workspace/forms/:form/records/:id'

export const commentRoutes = {
  getTimeline: route({
    method: 'GET',
    path: `${base}/timeline`,
    auth: 'member',
    summary:
      'What happened to a record, and to those in its related lists, and what was said about them, newest first',
    params: RecordParams,
    query: closed({
      kind: Type.Optional(TimelineKind),
      related: Type.Optional(Type.Literal('true')),
      after: Type.Optional(Type.String({ maxLength: 200 })),
    }),
    answer: closed({
      entries: Type.Array(TimelineEntry),
      titles: Type.Record(Type.String(), Type.String()),
      next: Nullable(Type.String()),
    }),
  }),
  createComment: route({
    method: 'POST',
    path: `${base}/comments`,
    auth: 'member',
    summary: 'Write a comment; an Idempotency-Key header makes repeats safe',
    params: RecordParams,
    body: closed({
      text,
      files: Type.Optional(files),
      replyTo: Type.Optional(Id),
      field: Type.Optional(Path),
    }),
    status: 201,
    answer: WrittenComment,
  }),
  updateComment: route({
    method: 'PATCH',
    path: `${base}/comments/:comment`,
    auth: 'member',
    summary: "Change one's own comment",
    params: CommentParams,
    body: closed({ text, files: Type.Optional(files) }),
    answer: WrittenComment,
  }),
  deleteComment: route({
    method: 'DELETE',
    path: `${base}/comments/:comment`,
    auth: 'member',
    summary: "Remove one's own comment",
    params: CommentParams,
    status: 204,
  }),
  findReaders: route({
    method: 'POST',
    path: `${base}/readers`,
    auth: 'member',
    summary: 'Which of these members may read comments there',
    params: RecordParams,
    body: closed({ members: Type.Array(Id, { maxItems: 20 }), field: Type.Optional(Path) }),
    answer: closed({ members: Type.Array(Id) }),
  }),
}
