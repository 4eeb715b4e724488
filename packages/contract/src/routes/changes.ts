import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, Instant, ItemParams, Key, WorkspaceParams, closed } from '../shapes.ts'
import { Nullable } from './record-shapes.ts'

/** Something a member did to records, as one step. */
export const Change = closed({
  id: Id,
  at: Instant,
  way: Nullable(Type.String({ description: 'How: `cell`, `paste`, `fill`, `move`, `bulk`, `revert`.' })),
  form: Key,
  kinds: Type.Array(Type.String(), { description: '`update`, `create`, `delete`, `restore`, `convert`.' }),
  records: Type.Integer(),
  record: Nullable(closed({ id: Id, title: Type.String() })),
  fields: Type.Array(Key, { description: 'Fields it changed that the caller may read.' }),
  undone: Type.Boolean(),
  last: Type.Unsafe<string>({ ...Id, description: 'The change to undo in order to turn this one round.' }),
})
export type Change = Static<typeof Change>

const place = { form: Key, record: Id, title: Type.String() }

/** Something that an undo left as it is. */
export const LeftAlone = closed({
  ...place,
  field: Nullable(Key),
  reason: Type.Union([
    Type.Literal('changed'),
    Type.Literal('no-right'),
    Type.Literal('unknown'),
    Type.Literal('deleted'),
  ]),
  by: Nullable(closed({ member: Nullable(Id), at: Instant })),
})
export type LeftAlone = Static<typeof LeftAlone>

export const UndoStep = closed({
  done: Type.Array(closed({ form: Key, record: Id })),
  left: Type.Array(LeftAlone),
  refused: Type.Array(
    closed({ ...place, code: Type.String(), message: Type.String(), fields: Type.Array(Key) }),
  ),
  next: Nullable(Type.String({ description: 'Where to go on; null when everything was gone through.' })),
})
export type UndoStep = Static<typeof UndoStep>

export const changeRoutes = {
  listChanges: route({
    method: 'GET',
    path: '/api/w/:workspace/changes',
    auth: 'member',
    summary: 'What I did to records of late, newest first, and what to undo and to do again',
    params: WorkspaceParams,
    answer: closed({ changes: Type.Array(Change), undo: Nullable(Id), redo: Nullable(Id) }),
  }),
  undoChange: route({
    method: 'POST',
    path: '/api/w/:workspace/changes/:id/undo',
    auth: 'member',
    summary: 'Take back one of my changes, up to 200 lines of the ledger at a time',
    params: ItemParams,
    body: closed({
      into: Type.Unsafe<string>({ ...Id, description: 'UUIDv7 of the change that takes it back.' }),
      after: Type.Optional(Type.String({ maxLength: 60, description: '`next` of the call before.' })),
    }),
    answer: UndoStep,
  }),
}
