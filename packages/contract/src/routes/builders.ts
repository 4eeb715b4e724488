import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, WorkspaceParams, closed } from '../shapes.ts'

const sentence = closed({ en: Type.String(), zh: Type.String() })
const key = Type.Union([Type.String({ pattern: '^[a-z][a-z0-9_]{0,63}$' }), Type.Null()])

/** Where a builder is, and what is in their draft: each builder has a draft of their own until it is published. */
export const Builder = closed({
  member: Id,
  form: key,
  field: key,
  changes: Type.Array(sentence, { description: 'What they changed and did not publish yet.' }),
})
export type Builder = Static<typeof Builder>

export const Builders = closed({
  /** Of the caller's own draft: it may have been changed in another window. */
  version: Type.Integer({ description: "Version of the caller's own draft." }),
  published: Type.Integer({ description: 'Revision now in force.' }),
  builders: Type.Array(Builder, { description: 'Who else has the designer open.' }),
})
export type Builders = Static<typeof Builders>

export const builderRoutes = {
  meetBuilders: route({
    method: 'POST',
    path: '/api/w/:workspace/builders',
    auth: 'member',
    summary:
      'Say where I am in the designer, and learn who else is there; to be said again every few seconds',
    params: WorkspaceParams,
    body: closed({
      window: Type.String({ format: 'uuid', description: 'One per open designer.' }),
      form: key,
      field: key,
      leaving: Type.Optional(Type.Boolean()),
    }),
    answer: Builders,
  }),
}
