import { mostBelonging, planTold, seesAll } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { readSceneOf, run, type Scene } from './scene.ts'
import type { RecordsByForm } from './visible-among.ts'

/** So long after a change whoever lost sight of a record by it can be told so. */
const lateMs = 60_000

export interface ToldRecords {
  readonly form: string
  /** Null where they are too many to name. */
  readonly ids: readonly string[] | null
}

/** What happened to records. */
export interface RecordNews {
  readonly changed: RecordsByForm
  /** Of those that were deleted for good, JSON of what decides who saw them. */
  readonly purged: ReadonlyMap<string, ReadonlyMap<string, string>>
}

interface Found {
  readonly form: string
  readonly id: string
  readonly lost: string | null
}

/**
 * Of which records the actor is told: the changed ones that he sees, and those of which he lost sight by the change, or
 * got it, since they belong to a changed one; each time once: what happens to them afterwards is none of his. `known`
 * keeps what he was told of.
 */
export async function toldAmong(
  connection: Connection,
  scene: Scene,
  { changed, purged }: RecordNews,
  known: Set<string>,
): Promise<ToldRecords[]> {
  const reading = readSceneOf(scene)
  const since = new Date(Date.parse(scene.now) - lateMs).toISOString()
  const statement = planTold(reading, { changed, purged, since })
  const found = statement === undefined ? [] : await run<Found>(connection, statement)
  const told = new Map<string, Set<string>>()
  for (const [form, ids] of changed) if (seesAll(reading, form)) told.set(form, new Set(ids))
  const news = found.filter(({ id, lost }) => lost === null || !known.has(`${lost} ${id}`))
  for (const { form, id } of news) told.set(form, (told.get(form) ?? new Set()).add(id))
  for (const { id, lost } of found) if (lost !== null) known.add(`${lost} ${id}`)
  return [...told].map(([form, ids]) => {
    const asked = changed.get(form)?.size ?? 0
    return { form, ids: ids.size > asked + mostBelonging ? null : [...ids] }
  })
}
