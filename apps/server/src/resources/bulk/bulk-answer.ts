import { problems, problemText, type BulkJob, type BulkResult, type Locale } from '@pipewright/contract'
import type { BulkJob as Job, BulkRecord, KeptProblem } from '@pipewright/db'
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

export const jobAnswer = ({ member: _member, locale: _locale, zone: _zone, ...job }: Job): BulkJob =>
  job as BulkJob

export const resultAnswer =
  (titles: ReadonlyMap<string, string>, locale: Locale) =>
  ({ place, form, record: id, state, problem, warnings }: BulkRecord): BulkResult => ({
    place,
    form,
    id,
    title: titles.get(id) ?? null,
    state,
    refusal: problem && refusalAnswer(problem, locale),
    warnings: warningsAnswer(warnings ?? [], locale),
  })
