import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, RecordParams, closed } from '../shapes.ts'

const Present = closed({ member: Id, editing: Type.Boolean() })
export type Present = Static<typeof Present>

export const presenceRoutes = {
  meetAtRecord: route({
    method: 'POST',
    path: '/api/w/:workspace/forms/:form/records/:id/presence',
    auth: 'member',
    summary: 'Say that I have a record open, and learn who else has',
    params: RecordParams,
    body: closed({
      window: Id,
      turn: Type.Integer({
        minimum: 0,
        maximum: 1_000_000_000,
        description: 'Grows with every call of a window.',
      }),
      doing: Type.Union([Type.Literal('reading'), Type.Literal('editing'), Type.Literal('leaving')]),
    }),
    answer: closed({ others: Type.Array(Present) }),
  }),
}
