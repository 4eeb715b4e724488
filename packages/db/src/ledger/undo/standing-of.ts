/** That one change took another back. */
export interface UndoLink {
  readonly set: string
  readonly undoneBy: string
}

export interface SetStanding {
  /** Whether it is taken back at the moment. */
  readonly undone: boolean
  /** The change that has to be taken back to turn that round. */
  readonly last: string
}

export interface Standing {
  /** By change that takes none back. */
  readonly sets: ReadonlyMap<string, SetStanding>
  readonly undo: string | null
  readonly redo: string | null
}

/**
 * Where changes stand that were taken back, done again and so on. Ids come in the order of time. Undone is the newest
 * that holds; done again what was undone last, as long as nothing else was done after it.
 */
export function standingOf(ids: readonly string[], links: readonly UndoLink[]): Standing {
  const undoneBy = new Map(links.map(({ set, undoneBy: by }) => [set, by]))
  const undoing = new Set(links.map(({ undoneBy: by }) => by))
  const sets = new Map<string, SetStanding>()
  for (const id of ids) {
    if (undoing.has(id)) continue
    let last = id
    let undone = false
    for (let next = undoneBy.get(last); next !== undefined; next = undoneBy.get(last)) {
      last = next
      undone = !undone
    }
    sets.set(id, { undone, last })
  }
  const all = [...sets]
  const newest = all
    .map(([id]) => id)
    .toSorted()
    .at(-1)
  const holding = all
    .filter(([, { undone }]) => !undone)
    .toSorted(([one], [other]) => (one < other ? 1 : -1))[0]
  const taken = all
    .filter(([, { undone, last }]) => undone && last > (newest ?? ''))
    .toSorted(([, one], [, other]) => (one.last < other.last ? 1 : -1))[0]
  return { sets, undo: holding?.[1].last ?? null, redo: taken?.[1].last ?? null }
}
