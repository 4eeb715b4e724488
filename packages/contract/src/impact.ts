import { Type, type Static } from 'typebox'
import { Id, Key, closed } from './shapes.ts'

/** Something said in both languages. */
export const sentence = closed({ en: Type.String(), zh: Type.String() })

/** What publishing a draft would do, change by change. */
export const Impact = closed({
  changes: Type.Array(
    closed({
      text: sentence,
      effects: Type.Array(
        closed({
          severity: Type.Union([Type.Literal('info'), Type.Literal('warning'), Type.Literal('error')]),
          text: sentence,
          records: Type.Array(
            closed({
              form: Key,
              id: Id,
              title: Type.Union([Type.String(), Type.Null()]),
              why: Type.Optional(sentence),
            }),
            {
              description:
                'Some of the records it concerns, and what is wrong with each where that is not the same for all.',
            },
          ),
        }),
      ),
    }),
  ),
  blocked: Type.Boolean({ description: 'An error effect stands in the way of publishing.' }),
  statements: Type.Integer({ description: 'Number of changes to tables and indexes.' }),
  problems: Type.Array(closed({ pointer: Type.String(), text: sentence }), {
    description: 'What keeps the draft from being published, with its place in the definition (RFC 6901).',
  }),
  token: Type.String({
    description:
      'Send it with publishDraft: it is refused when the draft, the revision in force or the records have changed since.',
  }),
})
export type Impact = Static<typeof Impact>
