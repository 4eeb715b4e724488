import { planTold } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { readSceneOf, run, type Scene } from './scene.ts'
import type { RecordsByForm } from './visible-among.ts'

/** So long after its owner was changed whoever lost sight of a record can be told so. */
const lateMs = 60_000

export interface ToldRecords {
  readonly form: string
  readonly ids: readonly string[]
}

/**
 * Of which of the changed records the actor is told: those that he sees, and those that he saw until their owner was
 * changed, each time once: what happens to them afterwards is none of his. `known` keeps what he was told of.
 */
export async function toldAmong(
  connection: Connection,
  scene: Scene,
  changed: RecordsByForm,
  known: Set<string>,
): Promise<ToldRecords[]> {
  const since = new Date(Date.parse(scene.now) - lateMs).toISOString()
  const statement = planTold(readSceneOf(scene), changed, since)
  if (statement === undefined) return []
  const found = await run<{ id: string; lost: string | null }>(connection, statement)
  const told = new Set(found.flatMap(({ id, lost }) => (lost === null || !known.has(lost) ? [id] : [])))
  for (const { lost } of found) if (lost !== null) known.add(lost)
  return [...changed].flatMap(([form, ids]) => {
    const shown = [...ids].filter((id) => told.has(id))
    return shown.length === 0 ? [] : [{ form, ids: shown }]
  })
}
