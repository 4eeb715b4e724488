import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { FormParams, Id, Instant, Path, RecordParams, Value, WorkspaceParams, closed } from '../shapes.ts'
import { Nullable } from './record-shapes.ts'

export const Look = closed({
  since: Nullable(Type.String({ description: 'When I looked before; null for the first time.' })),
  follows: Type.Boolean(),
  changes: Type.Array(closed({ field: Path, old: Value, new: Value, member: Nullable(Id), at: Instant }), {
    description: 'What others changed since, one per field; that of the last change first.',
  }),
  comments: Type.Integer({ description: 'Comments of others since.' }),
  titles: Type.Record(Type.String(), Type.String()),
})
export type Look = Static<typeof Look>

const FollowSettings = closed({
  own: Type.Boolean({ description: 'Records that are mine.' }),
  commented: Type.Boolean({ description: 'Records I comment on.' }),
})
export type FollowSettings = Static<typeof FollowSettings>

const base = '/api/w/:workspace'

export const lookRoutes = {
  lookAtRecord: route({
    method: 'POST',
    path: `${base}/forms/:form/records/:id/look`,
    auth: 'member',
    summary: 'What others changed since I last looked at a record; from now on I have seen it',
    params: RecordParams,
    answer: Look,
  }),
  followRecord: route({
    method: 'PUT',
    path: `${base}/forms/:form/records/:id/follow`,
    auth: 'member',
    summary: 'Be told when others change a record, or not any more',
    params: RecordParams,
    body: closed({ follows: Type.Boolean() }),
    answer: closed({ follows: Type.Boolean() }),
  }),
  listUnseen: route({
    method: 'GET',
    path: `${base}/forms/:form/unseen`,
    auth: 'member',
    summary: 'Records I follow that others changed since I looked at them',
    params: FormParams,
    answer: closed({ ids: Type.Array(Id) }),
  }),
  getFollowSettings: route({
    method: 'GET',
    path: `${base}/follow-settings`,
    auth: 'member',
    summary: 'Which records I follow by themselves',
    params: WorkspaceParams,
    answer: FollowSettings,
  }),
  setFollowSettings: route({
    method: 'PUT',
    path: `${base}/follow-settings`,
    auth: 'member',
    summary: 'Say which records I follow by themselves',
    params: WorkspaceParams,
    body: FollowSettings,
    answer: FollowSettings,
  }),
}
