import { Type } from 'typebox'
import { route } from '../route.ts'
import { Key, RecordParams, closed } from '../shapes.ts'
import { Nullable, RecordAnswer } from './record-shapes.ts'

const Day = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$', description: '"YYYY-MM-DD"' })

export const followUpRoutes = {
  logFollowUp: route({
    method: 'POST',
    path: '/api/w/:workspace/forms/:form/records/:id/follow-ups',
    auth: 'member',
    status: 201,
    summary:
      'Note what was done about a record and when to get back to it, as one change; an Idempotency-Key header makes repeats safe',
    params: RecordParams,
    body: closed({
      text: Type.String({ minLength: 1, maxLength: 100_000, pattern: '\\S' }),
      kind: Type.Optional(Key),
      next: Nullable(Day),
    }),
    answer: RecordAnswer,
  }),
}
