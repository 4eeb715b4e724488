import { mayReadField, type CompiledForm } from '@pipewright/compiler'
import { isCalculated, localize } from '@pipewright/metadata'
import { DatabaseError } from '../connection/database-error.ts'
import { refused, type RecordProblem } from './outcome.ts'
import type { Scene } from './scene.ts'

const tooManyDigits = '22003'
const largest = '9'.repeat(18)

/** A total of another record would become larger than its column holds; the transaction is spent. */
class CalculationOverflow extends Error {
  readonly form: CompiledForm
  readonly fields: readonly string[]

  constructor(form: CompiledForm, fields: readonly string[]) {
    super('a calculated value does not fit its column')
    this.form = form
    this.fields = fields
  }
}

/** Runs calculations of a form; one that does not fit says which they were. */
export async function calculating<T>(
  form: CompiledForm,
  fields: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const overflows = error instanceof DatabaseError && error.code === tooManyDigits
    throw overflows ? new CalculationOverflow(form, fields) : error
  }
}

/** The refusal behind a calculation that did not fit: it names fields only to those who may read them. */
export function overflowProblem(
  error: unknown,
  scene: Scene,
): { ok: false; problem: RecordProblem } | undefined {
  if (!(error instanceof CalculationOverflow)) return undefined
  const { form, fields } = error
  const rights = scene.rights.forms[form.key]
  const labels = fields.flatMap((key) => {
    const field = form.fields.get(key)
    const isShown =
      field !== undefined && isCalculated(field) && rights?.read === true && mayReadField(rights, key)
    return isShown ? [localize(field.label, scene.actor.locale)] : []
  })
  const params = { max: largest, fields: [...new Set(labels)].join(', ') }
  return refused('invalid', {
    errors: [
      labels.length === 0
        ? { pointer: '', code: 'too-big', params: { max: largest } }
        : { pointer: '', code: 'total-too-big', params },
    ],
  })
}
