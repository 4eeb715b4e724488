import type { AppDefinition, Edit, Field } from '@pipewright/schemas'
import { Type, type Static } from 'typebox'
import { Impact, sentence } from '../impact.ts'
import { route } from '../route.ts'
import { Id, Instant, WorkspaceParams, closed } from '../shapes.ts'

/** The caller's own draft. Without changes it is the published definition. */
export const Draft = closed({
  base: Type.Integer({ description: 'Revision the draft was started from.' }),
  published: Type.Integer({
    description: 'Revision now in force; differs from base when somebody else published.',
  }),
  version: Type.Integer({ description: 'Rises with every saved edit; sent back with the next one.' }),
  definition: Type.Unsafe<AppDefinition>({ type: 'object' }),
  changes: Type.Array(sentence, { description: 'Each difference from the base in a sentence.' }),
  undo: Type.Integer(),
  redo: Type.Integer(),
})
export type Draft = Static<typeof Draft>

/** A dry run of a change of type on the real values. */
export const TypeChange = closed({
  field: Type.Unsafe<Field>({
    type: 'object',
    description: 'The field as it would best be: send it in the edit changeFieldType.',
  }),
  filled: Type.Integer({ description: 'Records with a value.' }),
  converts: Type.Integer(),
  changes: Type.Integer({
    description: 'Of those that convert, the ones that changing the type back would not give as they were.',
  }),
  keeps: Type.Integer({ description: 'Records whose value does not convert: it is kept aside.' }),
  examples: Type.Array(closed({ was: Type.String(), becomes: Type.String() })),
  kept: Type.Array(Type.String(), { description: 'Some values that do not convert.' }),
})
export type TypeChange = Static<typeof TypeChange>

/** A publish that converts very many values before it takes effect. */
export const RunningTypeChange = closed({
  state: Type.Union([Type.Literal('checking'), Type.Literal('filling'), Type.Literal('waiting')], {
    description: 'waiting: whoever publishes has to look at the impact again, and publish or cancel.',
  }),
  reason: Type.Union([
    Type.Literal('impact-changed'),
    Type.Literal('publish-blocked'),
    Type.Literal('calculation'),
    Type.Null(),
  ]),
  member: Id,
  since: Instant,
  changes: Type.Array(sentence),
  done: Type.Integer({ description: 'Values that are ready.' }),
  total: Type.Integer(),
})
export type RunningTypeChange = Static<typeof RunningTypeChange>

const version = Type.Integer({ minimum: 0 })

export const draftRoutes = {
  getDraft: route({
    method: 'GET',
    path: '/api/w/:workspace/draft',
    auth: 'member',
    summary: 'My draft',
    params: WorkspaceParams,
    answer: Draft,
  }),
  editDraft: route({
    method: 'POST',
    path: '/api/w/:workspace/draft/edits',
    auth: 'member',
    summary: 'Apply edits to my draft, all or none',
    params: WorkspaceParams,
    body: closed({
      version,
      edits: Type.Array(Type.Unsafe<Edit>({ type: 'object' }), { minItems: 1, maxItems: 200 }),
    }),
    answer: Draft,
  }),
  undoDraft: route({
    method: 'POST',
    path: '/api/w/:workspace/draft/undo',
    auth: 'member',
    summary: 'Undo the last edit',
    params: WorkspaceParams,
    body: closed({ version }),
    answer: Draft,
  }),
  redoDraft: route({
    method: 'POST',
    path: '/api/w/:workspace/draft/redo',
    auth: 'member',
    summary: 'Redo',
    params: WorkspaceParams,
    body: closed({ version }),
    answer: Draft,
  }),
  discardDraft: route({
    method: 'POST',
    path: '/api/w/:workspace/draft/discard',
    auth: 'member',
    summary: 'Throw my draft away',
    params: WorkspaceParams,
    body: closed({ version }),
    answer: Draft,
  }),
  rebaseDraft: route({
    method: 'POST',
    path: '/api/w/:workspace/draft/rebase',
    auth: 'member',
    summary: 'Carry my draft over to the newest revision; what cannot be carried over is named and kept',
    params: WorkspaceParams,
    body: closed({ version }),
    answer: closed({ draft: Draft, conflicts: Type.Array(sentence) }),
  }),
  getImpact: route({
    method: 'GET',
    path: '/api/w/:workspace/draft/impact',
    auth: 'member',
    summary: 'What publishing would do',
    params: WorkspaceParams,
    answer: Impact,
  }),
  previewTypeChange: route({
    method: 'POST',
    path: '/api/w/:workspace/draft/type-change',
    auth: 'member',
    summary: 'What a field of my draft and its values would become as one of another type; changes nothing',
    params: WorkspaceParams,
    body: closed({
      form: Type.String(),
      lineItems: Type.Optional(Type.String()),
      field: Type.String(),
      to: Type.Unsafe<Field['type']>({ type: 'string', maxLength: 40 }),
    }),
    answer: TypeChange,
  }),
  publishDraft: route({
    method: 'POST',
    path: '/api/w/:workspace/draft/publish',
    auth: 'member',
    summary: 'Publish my draft as the next revision',
    params: WorkspaceParams,
    body: closed({
      version,
      token: Type.Optional(
        Type.String({
          maxLength: 100,
          description:
            'Of the impact that was looked at. Without it only changes that have no effect on records are published.',
        }),
      ),
    }),
    answer: closed({
      revision: Type.Integer({ description: 'The revision that is in force now.' }),
      converting: Type.Boolean({
        description:
          'So many values change their type that it goes on in the background: see getTypeChange. Nothing is changed until it is done.',
      }),
    }),
  }),
  getTypeChange: route({
    method: 'GET',
    path: '/api/w/:workspace/type-change',
    auth: 'member',
    summary: 'How far a publish is whose change of type concerns very many records',
    params: WorkspaceParams,
    answer: closed({ running: Type.Union([RunningTypeChange, Type.Null()]) }),
  }),
  cancelTypeChange: route({
    method: 'DELETE',
    path: '/api/w/:workspace/type-change',
    auth: 'member',
    summary: 'Cancel it; the draft stays, and no record was changed',
    params: WorkspaceParams,
    answer: closed({ cancelled: Type.Boolean() }),
  }),
  listRevisions: route({
    method: 'GET',
    path: '/api/w/:workspace/revisions',
    auth: 'member',
    summary: 'Published revisions, newest first',
    params: WorkspaceParams,
    answer: closed({
      revisions: Type.Array(
        closed({
          revision: Type.Integer(),
          at: Instant,
          by: Type.Union([Id, Type.Null()]),
          changes: Type.Array(sentence),
        }),
      ),
    }),
  }),
  restoreRevision: route({
    method: 'POST',
    path: '/api/w/:workspace/draft/restore',
    auth: 'member',
    summary: 'Make my draft what an earlier revision was',
    params: WorkspaceParams,
    body: closed({ version, revision: Type.Integer() }),
    answer: Draft,
  }),
}
