import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { FormParams, Id, Instant, Key, closed } from '../shapes.ts'
import { Nullable } from './record-shapes.ts'

const base = '/api/w/:workspace/forms/:form'

/** A record that looks like others, with what is compared of it. */
export const AlikeRecord = closed({
  id: Id,
  title: Type.String(),
  owner: Nullable(Id),
  created_at: Instant,
  fields: Type.Array(
    closed({
      field: Key,
      text: Type.String(),
      alike: Type.Boolean({ description: 'Whether another record of the group has the same there.' }),
    }),
  ),
  may: closed({ update: Type.Boolean(), delete: Type.Boolean() }),
})
export type AlikeRecord = Static<typeof AlikeRecord>

export const AlikeGroup = closed({
  sure: Type.Union([Type.Literal('likely'), Type.Literal('possible')]),
  size: Type.Integer({ description: 'How many records there are; the first of them are answered.' }),
  records: Type.Array(AlikeRecord),
})
export type AlikeGroup = Static<typeof AlikeGroup>

/** Two records that look the same and are not, as somebody said. */
export const ToldApart = closed({
  one: closed({ id: Id, title: Type.String() }),
  other: closed({ id: Id, title: Type.String() }),
  at: Instant,
  by: Id,
  may: Type.Boolean({ description: 'Whether the caller may take it back.' }),
})
export type ToldApart = Static<typeof ToldApart>

/** So many records are told apart at once at most. */
export const mostToldApart = 50

const told = closed({ records: Type.Array(Id, { minItems: 2, maxItems: mostToldApart, uniqueItems: true }) })
const Cursor = Type.String({ maxLength: 120 })

/** Records of a form that are likely the same. */
export const duplicateRoutes = {
  findDuplicates: route({
    method: 'GET',
    path: `${base}/duplicates`,
    auth: 'member',
    summary: 'Groups of records that look the same, newest first; those that were told apart are left out',
    params: FormParams,
    query: closed({
      sure: Type.Optional(
        Type.Union([Type.Literal('likely'), Type.Literal('possible')], {
          description: 'With `possible` also those that are only possibly the same.',
        }),
      ),
      after: Type.Optional(Cursor),
    }),
    answer: closed({
      groups: Type.Array(AlikeGroup),
      records: Type.Integer({ description: 'How many records look like another one.' }),
      next: Nullable(Cursor),
    }),
  }),
  tellApart: route({
    method: 'POST',
    path: `${base}/told-apart`,
    auth: 'member',
    summary:
      'Say that records are not the same thing, each of them; asks for the right to change all of them',
    params: FormParams,
    body: told,
    answer: closed({}),
  }),
  tellTogether: route({
    method: 'POST',
    path: `${base}/told-together`,
    auth: 'member',
    summary: 'Take back that records were told apart',
    params: FormParams,
    body: told,
    answer: closed({}),
  }),
  listToldApart: route({
    method: 'GET',
    path: `${base}/told-apart`,
    auth: 'member',
    summary: 'Pairs of records that were told apart, the last ones first',
    params: FormParams,
    query: closed({ after: Type.Optional(Cursor) }),
    answer: closed({ pairs: Type.Array(ToldApart), next: Nullable(Cursor) }),
  }),
}
