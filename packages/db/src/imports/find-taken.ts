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

/** What rows of the file say so far of each thing that must not occur twice, with the row that said it first. */
export type SaidKeys = readonly { readonly unique: UniqueKeys; readonly said: Map<string, number> }[]

export const saidKeys = (scene: Scene, form: CompiledForm): SaidKeys =>
  uniqueKeysOf(scene, form).map((unique) => ({ unique, said: new Map<string, number>() }))

/** Whether an earlier row said the same; a row that is looked at again is not in its own way. */
function isSaid(said: Map<string, number>, name: string, row: number): boolean {
  const first = said.get(name)
  if (first === undefined) said.set(name, row)
  return first !== undefined && first !== row
}

/** What each of these records has that must not occur twice and does, in stored records or in earlier rows. */
export function takenFinder(scene: Scene, form: CompiledForm, all: SaidKeys = saidKeys(scene, form)) {
  return async (
    connection: Connection,
    records: readonly (RecordValues | undefined)[],
    rows: readonly number[] = records.map((_, position) => position),
  ): Promise<UniqueSite[][]> => {
    const taken: UniqueSite[][] = records.map(() => [])
    for (const { unique, said } of all) {
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
        const isDouble = isSaid(said, name, rows[position] ?? position)
        if (known.has(name) || isDouble) taken[position]?.push(unique.site)
      }
    }
    return taken
  }
}

/** What a record is given by a row that an earlier one gave another; what is stored is known to whoever writes it. */
export const givenTwice = (
  all: SaidKeys,
  row: number,
  before: RecordValues,
  after: RecordValues,
): UniqueSite[] =>
  all.flatMap(({ unique, said }) => {
    const [old, fresh] = [unique.keysOf(before), unique.keysOf(after)]
    const name = JSON.stringify(fresh)
    if (fresh === undefined || name === JSON.stringify(old)) return []
    return isSaid(said, name, row) ? [unique.site] : []
  })
