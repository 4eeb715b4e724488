import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Condition, Id, ItemParams, Key, closed } from '../shapes.ts'
import { Nullable } from './record-shapes.ts'
import { BulkJob, OwnThing, Thing } from './bulk.ts'

const path = '/api/w/:workspace/members/:id/hand-over'

/** Who takes over what: the first rule that fits a record decides. Several receivers take turns. */
export const HandOverRule = closed({
  form: Type.Optional(Key),
  filter: Type.Optional(Condition),
  to: Type.Array(Id, { minItems: 1, maxItems: 50, uniqueItems: true }),
})
export type HandOverRule = Static<typeof HandOverRule>

export const HandOver = closed({
  rules: Type.Array(HandOverRule, { minItems: 1, maxItems: 50 }),
  fields: Type.Record(
    Type.String({ pattern: '^[a-z][a-z0-9_]{0,47}$' }),
    Type.Array(Key, { maxItems: 100 }),
    {
      description: 'Fields that name the member and are to name the receiver, by form.',
    },
  ),
  tasks: Type.Union([Id, Type.Null()], { description: 'Who decides approvals that wait for the member.' }),
  own: Type.Optional(
    closed({
      to: Id,
      what: Type.Array(OwnThing, { minItems: 1, uniqueItems: true }),
    }),
  ),
  reason: Type.String({ maxLength: 500 }),
})
export type HandOver = Static<typeof HandOver>

const Belongings = closed({
  forms: Type.Array(
    closed({
      form: Key,
      owned: Type.Integer(),
      fields: Type.Array(closed({ field: Key, records: Type.Integer() })),
    }),
  ),
  tasks: Type.Integer({ description: 'Approvals that wait for the member.' }),
  own: closed({
    tasks: Type.Integer({ description: 'Open ones, with their reminders.' }),
    sharedViews: Type.Integer(),
    privateViews: Type.Integer(),
    follows: Type.Integer(),
    favourites: Type.Integer(),
  }),
})
export type Belongings = Static<typeof Belongings>

/** Everything of a member goes to others, so that nothing stops when somebody leaves. */
export const handOverRoutes = {
  getBelongings: route({
    method: 'GET',
    path,
    auth: 'member',
    summary: 'What a member owns, is named by and has to decide, in numbers',
    params: ItemParams,
    answer: Belongings,
  }),
  previewHandOver: route({
    method: 'POST',
    path: `${path}/preview`,
    auth: 'member',
    summary: 'Who would get how much',
    params: ItemParams,
    body: HandOver,
    answer: closed({
      shares: Type.Array(
        closed({
          form: Nullable(Key),
          thing: Nullable(Thing),
          to: Id,
          count: Type.Integer(),
        }),
        { description: 'Records by form and receiver, and what else he has.' },
      ),
      kept: Type.Array(closed({ form: Key, count: Type.Integer() }), {
        description: 'Records that no rule fits: they stay.',
      }),
      blind: Type.Array(closed({ form: Key, member: Id }), {
        description: 'Receivers who may not read what they would get.',
      }),
    }),
  }),
  handOver: route({
    method: 'POST',
    path,
    auth: 'member',
    summary: 'Hand over what a member has',
    params: ItemParams,
    body: HandOver,
    status: 201,
    answer: BulkJob,
  }),
}
