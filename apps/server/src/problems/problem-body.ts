import { fieldProblems, problems, problemText, type Locale, type Problem } from '@pipewright/contract'
import type { FieldRefusal, Refusal } from './refusal.ts'

/** What is to be said about one field, in the reader's language. */
export const fieldBody =
  (locale: Locale) =>
  ({ pointer, code, params }: FieldRefusal) => ({
    pointer,
    code,
    message: problemText(fieldProblems[code], locale, params),
    ...(params === undefined ? {} : { params: { ...params } }),
  })

/** The answer of a refusal in the reader's language (RFC 9457). */
export function problemBody({ problem: code, extras }: Refusal, locale: Locale, requestId: string): Problem {
  const entry = problems[code]
  return {
    type: `https://pipewright.dev/problems/${code}`,
    title: problemText(entry, locale, extras.params),
    status: entry.status,
    code,
    requestId,
    ...(extras.errors === undefined ? {} : { errors: extras.errors.map(fieldBody(locale)) }),
    ...(extras.version === undefined ? {} : { version: extras.version }),
    ...(extras.impact === undefined ? {} : { impact: extras.impact }),
    ...(extras.changed === undefined ? {} : { changed: [...extras.changed] }),
  }
}
