import type { Connection } from '../connection/connection.ts'
import { findTaken } from './find-taken.ts'
import type { Outcome } from './outcome.ts'
import type { Scene } from './scene.ts'

/** What was written, as far as it is known; on a change, the record it belongs to. */
interface Written {
  readonly form: string
  readonly values: Readonly<Record<string, unknown>>
  readonly except?: string
}

/** A refusal because of a value that is there already also names the record that has it, to those who may see it. */
export async function nameOther<T>(
  connection: Connection,
  scene: Scene,
  outcome: Outcome<T>,
  { form, values, except }: Written,
): Promise<Outcome<T>> {
  if (outcome.ok || outcome.problem.code !== 'duplicate') return outcome
  const found = await findTaken(connection, scene, form, values, except)
  const other = found.ok ? found.taken.find(({ record }) => record !== null) : undefined
  if (other === undefined || other.record === null) return outcome
  const { title } = other.record
  const named = other.fields.map((field) => ({
    pointer: `/values/${field}`,
    code: 'not-unique-seen' as const,
    params: { record: title },
  }))
  // One message for one field: that it is taken is said by the record that has it.
  const places = new Set(named.map(({ pointer }) => pointer))
  const others = (outcome.problem.errors ?? []).filter(
    ({ code, pointer }) => code !== 'not-unique' || !places.has(pointer),
  )
  return { ok: false, problem: { ...outcome.problem, errors: [...others, ...named] } }
}
