import { Type, type Static } from 'typebox'
import { Impact } from '../impact.ts'
import { closed } from '../shapes.ts'

/** One thing wrong with the input, at its place. */
export const FieldProblem = closed({
  pointer: Type.String({
    description: 'RFC 6901 pointer into the request body, for example /values/amount.',
  }),
  code: Type.String({ description: 'Stable code, see fieldProblems.' }),
  message: Type.String({ description: 'What to do, in the language of the reader.' }),
  params: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
})
export type FieldProblem = Static<typeof FieldProblem>

/** Every answer from 400 up (RFC 9457, application/problem+json). */
export const Problem = closed({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.Optional(Type.String()),
  requestId: Type.String(),
  errors: Type.Optional(Type.Array(FieldProblem)),
  version: Type.Optional(Type.Integer({ description: 'stale-version: the version now in force.' })),
  changed: Type.Optional(
    Type.Array(Type.String(), {
      description: 'stale-version: fields changed since, as far as the caller may read them.',
    }),
  ),
  impact: Type.Optional(Impact),
})
export type Problem = Static<typeof Problem>
