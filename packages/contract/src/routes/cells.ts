import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { FormParams, Id, Key, Values, closed } from '../shapes.ts'

/** What some cells of a record are to hold: values, or text as people write it. */
export const CellRow = closed({
  id: Id,
  version: Type.Integer(),
  values: Type.Optional(Values),
  texts: Type.Optional(
    Type.Record(Type.String({ pattern: '^[a-z][a-z0-9_]{0,47}$' }), Type.String({ maxLength: 100_000 }), {
      additionalProperties: false,
      description: 'Text per field key: amounts and dates as people write them, records and members by name.',
    }),
  ),
})
export type CellRow = Static<typeof CellRow>

/** Why a row was refused; nothing of it was changed. */
export const CellProblem = closed({
  id: Id,
  field: Type.Union([Key, Type.Null()]),
  text: Type.Union([Type.String({ description: 'What could not be read.' }), Type.Null()]),
  message: Type.String(),
})
export type CellProblem = Static<typeof CellProblem>

export const cellRoutes = {
  changeCells: route({
    method: 'POST',
    path: '/api/w/:workspace/forms/:form/cells',
    auth: 'member',
    summary: 'Change cells of many records, each checked by itself: all of a record or nothing',
    params: FormParams,
    body: closed({
      rows: Type.Array(CellRow, { minItems: 1, maxItems: 200 }),
      check: Type.Optional(Type.Boolean({ description: 'Only say what would be refused.' })),
    }),
    answer: closed({ done: Type.Array(Id), problems: Type.Array(CellProblem) }),
  }),
}
