import type { Query, Selection } from '@pipewright/contract'

/** Which records of a list are chosen: some of them, or all that match but some. */
export type Chosen =
  | { readonly all: false; readonly ids: ReadonlySet<string> }
  | { readonly all: true; readonly except: ReadonlySet<string> }

export const nothing: Chosen = { all: false, ids: new Set() }

/** The boxes that are ticked, of the rows that are loaded. */
export const ticked = (chosen: Chosen, rows: readonly string[]): ReadonlySet<string> =>
  chosen.all ? new Set(rows.filter((id) => !chosen.except.has(id))) : chosen.ids

/** What is chosen when other boxes are ticked than were; without any left nothing is. */
export function withTicks(chosen: Chosen, rows: readonly string[], next: ReadonlySet<string>): Chosen {
  if (!chosen.all) return { all: false, ids: next }
  if (next.size === 0) return nothing
  const except = new Set(chosen.except)
  for (const id of rows)
    if (next.has(id)) except.delete(id)
    else except.add(id)
  return { all: true, except }
}

export type Narrowed = Pick<Query, 'filter' | 'search'>

/** The same for the server, which fixes the records when the work begins. */
export function selectionOf(chosen: Chosen, { filter, search }: Narrowed): Selection {
  if (!chosen.all) return { ids: [...chosen.ids] }
  return {
    all: {
      ...(filter === undefined ? {} : { filter }),
      ...(search === undefined ? {} : { search }),
      ...(chosen.except.size === 0 ? {} : { except: [...chosen.except] }),
    },
  }
}
