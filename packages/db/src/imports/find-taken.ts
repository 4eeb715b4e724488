import type { CompiledForm, RecordValues, UniqueSite } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import { prepared } from '../connection/statement.ts'
import type { Scene } from '../records/scene.ts'
import { uniqueKeysOf, type UniqueKeys } from '../records/unique-keys.ts'

async function storedPlaces(
  connection: Connection,
  { workspace }: Scene,
  unique: UniqueKeys,
  wanted: readonly (readonly string[])[],
): Promise<Set<number>> {
  const statement = prepared(unique.stored(workspace.schema, wanted))
  const rows = await connection.query<{ n: number }>(statement)
  return new Set(rows.map(({ n }) => n - 1))
}

/** What each of these records has that must not occur twice and does, in stored records or in earlier ones. */
export function takenFinder(scene: Scene, form: CompiledForm) {
  const all = uniqueKeysOf(scene, form).map((unique) => ({ unique, seen: new Set<string>() }))
  return async (
    connection: Connection,
    records: readonly (RecordValues | undefined)[],
  ): Promise<UniqueSite[][]> => {
    const taken: UniqueSite[][] = records.map(() => [])
    for (const { unique, seen } of all) {
      const keys = records.map((values) => (values === undefined ? undefined : unique.keysOf(values)))
      const wanted = new Map(
        keys.flatMap((each) => (each === undefined ? [] : [[JSON.stringify(each), each]])),
      )
      if (wanted.size === 0) continue
      const places = await storedPlaces(connection, scene, unique, [...wanted.values()])
      const known = new Set([...wanted.keys()].filter((_, place) => places.has(place)))
      for (const [position, each] of keys.entries()) {
        const name = each === undefined ? undefined : JSON.stringify(each)
        if (name === undefined) continue
        if (known.has(name) || seen.has(name)) taken[position]?.push(unique.site)
        seen.add(name)
      }
    }
    return taken
  }
}
