import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, Key, RecordParams, closed } from '../shapes.ts'
import { Nullable, RecordAnswer } from './record-shapes.ts'

const base = '/api/w/:workspace/forms/:form/records/:id'

/** How many records become one at most, beside the one that stays. */
export const mostMerged = 4

/** What goes over to the record that stays, as far as the caller may see it. */
export const MergePreview = closed({
  records: Type.Array(closed({ form: Key, count: Type.Integer() }), {
    description: 'Records that lead to the others, by form.',
  }),
  comments: Type.Integer(),
  mails: Type.Integer(),
  tasks: Type.Integer(),
  back: Type.Array(closed({ id: Id, field: Key }), {
    description: 'Values that are not taken over: the record that stays would lie below itself.',
  }),
})
export type MergePreview = Static<typeof MergePreview>

/** Where a record went. */
export const MergedInto = closed({ id: Id, title: Type.String() })
export type MergedInto = Static<typeof MergedInto>

/** One record made of several. */
export const mergeRoutes = {
  mergeRecords: route({
    method: 'POST',
    path: `${base}/merge`,
    auth: 'member',
    summary: 'Merge records into this one; what leads to them leads to it, and they go to the recycle bin',
    params: RecordParams,
    body: closed({
      version: Type.Integer(),
      others: Type.Array(closed({ id: Id, version: Type.Integer() }), { minItems: 1, maxItems: mostMerged }),
      choices: Type.Record(Key, Type.String({ maxLength: 40 }), {
        description:
          'Field → record whose value is kept, or `all` to put them together. Left out: the own value, else the first of the others; files of all.',
      }),
    }),
    answer: RecordAnswer,
  }),
  previewMerge: route({
    method: 'POST',
    path: `${base}/merge/preview`,
    auth: 'member',
    summary: 'What would go over to this record if others were merged into it',
    params: RecordParams,
    body: closed({ others: Type.Array(Id, { minItems: 1, maxItems: mostMerged }) }),
    answer: MergePreview,
  }),
  findMerged: route({
    method: 'GET',
    path: `${base}/merged`,
    auth: 'member',
    summary: 'The record that this one was merged into, as far as the caller may see it',
    params: RecordParams,
    answer: closed({ into: Nullable(MergedInto) }),
  }),
}
