import { planMatches } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import type { Outcome } from './outcome.ts'
import { readSceneOf, runOnce, type Scene } from './scene.ts'

export interface Match {
  readonly id: string
  readonly title: string
  readonly field: string
  readonly value: string
}

/** Records that may be the same thing as what is being typed; only what the actor may see. */
export async function findMatches(
  connection: Connection,
  scene: Scene,
  form: string,
  values: Readonly<Record<string, unknown>>,
  except?: string,
  fields?: readonly string[],
): Promise<Outcome<{ readonly matches: readonly Match[] }>> {
  const plan = planMatches(readSceneOf(scene), form, values, fields)
  if (!plan.ok) return plan
  if (plan.statement === undefined) return { ok: true, matches: [] }
  const found = await runOnce<Omit<Match, 'title'> & { title: string | null }>(connection, plan.statement)
  const others = found.filter(({ id }) => id !== except)
  const once = new Map(others.map((match) => [match.id, { ...match, title: match.title ?? '' }]))
  return { ok: true, matches: [...once.values()] }
}
