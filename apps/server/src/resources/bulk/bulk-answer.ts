import { problems, problemText, type BulkJob, type BulkResult, type Locale } from '@pipewright/contract'
import { canBeUndone, thingOf, type BulkJob as Job, type BulkRecord, type KeptProblem } from '@pipewright/db'
import { fieldBody } from '../../problems/problem-body.ts'
import { warningsAnswer } from '../records/answers.ts'

/** Why a record was refused, in the reader's language. */
export const refusalAnswer = (
  { code, params, errors = [] }: KeptProblem,
  locale: Locale,
): NonNullable<BulkResult['refusal']> => ({
  code,
  message: problemText(problems[code], locale, params),
  errors: errors.map(fieldBody(locale)),
})

export const jobAnswer = (found: Job): BulkJob => {
  const { member: _member, locale: _locale, zone: _zone, form, ...job } = found
  return { ...job, form: form === '' ? null : form, mayUndo: canBeUndone(found) } as BulkJob
}

export const resultAnswer =
  (titles: ReadonlyMap<string, string>, locale: Locale) =>
  ({ place, form, record: id, state, problem, warnings }: BulkRecord): BulkResult => ({
    place,
    form: form.startsWith('_') ? null : form,
    thing: thingOf(form) ?? null,
    id,
    title: titles.get(id) ?? null,
    state,
    refusal: problem && refusalAnswer(problem, locale),
    warnings: warningsAnswer(warnings ?? [], locale),
  })
