import type { Locale } from '@pipewright/contract'
import type { Draft, DraftResult, EditRefused, PublishDraftResult } from '@pipewright/db'
import { problemText, type Problem } from '@pipewright/metadata'
import { refuse, type FieldRefusal } from '../../problems/refusal.ts'

/** Problems of a definition, in the reader's words; `at` is where in the request the definition or edit stands. */
export const told = (problems: readonly Problem[], locale: Locale, at = ''): FieldRefusal[] =>
  problems.map((problem) => ({
    pointer: at + problem.pointer,
    code: 'expression',
    params: { text: problemText(problem, locale) },
  }))

interface Failed {
  readonly ok: false
  readonly problem: 'draft-conflict' | 'draft-stale' | 'not-found' | 'edit-refused'
}

const isEditRefused = (failed: Failed): failed is EditRefused => failed.problem === 'edit-refused'

/** The draft after a change, or the refusal of that change. */
export function draftOrRefuse<R extends Failed>(result: DraftResult<R>, locale: Locale): Draft {
  if (result.ok) return result.draft
  const failed: Failed = result
  if (!isEditRefused(failed)) refuse(failed.problem)
  refuse('edit-refused', { errors: told(failed.problems, locale, `/edits/${failed.failed}`) })
}

interface Published {
  readonly revision: number
  readonly converting: boolean
}

/** The revision that was published, or that it goes on in the background, or the refusal. */
export function publishedOrRefuse(
  result: Exclude<PublishDraftResult, { readonly problem: 'impact-changed' }>,
  locale: Locale,
): Published {
  if (result.ok) return { revision: result.revision, converting: 'converting' in result }
  switch (result.problem) {
    case 'definition-invalid':
      return refuse('publish-blocked', { errors: told(result.problems, locale) })
    case 'publish-blocked':
      return refuse('publish-blocked', { errors: [{ pointer: '', code: 'not-unique' }] })
    case 'view-in-way':
      return refuse('view-in-way', { params: { views: result.views.join(', ') } })
    case 'table-full':
      return refuse('table-full', { params: { columns: result.columns } })
    case 'publish-failed':
      return refuse('publish-failed', { retryAfter: 5 })
    case 'draft-stale':
    case 'type-change-running':
    case 'draft-conflict':
    case 'nothing-to-publish':
      return refuse(result.problem)
  }
}
