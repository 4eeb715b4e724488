import { mayReadField, uniqueIndex, type CompiledForm, type CompiledFormRights } from '@pipewright/compiler'
import { localize } from '@pipewright/metadata'
import { DatabaseError } from '../connection/database-error.ts'
import { refused, type RecordProblem } from './outcome.ts'

/**
 * The refusal behind a violated unique index: it names the field only to those who may read it. Undefined for every
 * other error. The transaction is spent either way.
 */
export function uniqueProblem(
  error: unknown,
  form: CompiledForm,
  rights: CompiledFormRights | null,
  locale: 'en' | 'zh',
): { ok: false; problem: RecordProblem } | undefined {
  if (!(error instanceof DatabaseError) || error.kind !== 'unique' || error.constraint === undefined)
    return undefined
  const field = [...form.fields.values()].find(
    (each) => uniqueIndex(form.key, each)?.name === error.constraint,
  )
  if (field === undefined) return undefined
  if (rights !== null && !mayReadField(rights, field.key)) return refused('rule-refused')
  return refused('duplicate', {
    params: { field: localize(field.label, locale) },
    errors: [{ pointer: `/values/${field.key}`, code: 'not-unique' }],
  })
}
