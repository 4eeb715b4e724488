import type { RecordAnswer, Selection } from '@pipewright/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../../queries/client.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { nothing, selectionOf, ticked, withTicks, type Chosen, type Narrowed } from './list-selection.ts'

export interface ListSelection {
  /** Ticked boxes among the rows that are loaded. */
  readonly ticked: ReadonlySet<string>
  readonly onTick: (ticked: ReadonlySet<string>) => void
  readonly isEmpty: boolean
  readonly isAll: boolean
  /** How many are chosen; null while it is counted. */
  readonly count: { readonly count: number; readonly exact: boolean } | null
  /** How many there are to choose, where that is more than what is chosen now. */
  readonly offered: { readonly count: number; readonly exact: boolean } | null
  readonly selection: Selection
  readonly chooseAll: () => void
  /** Ticks every row that is loaded; undefined where all are. */
  readonly chooseLoaded: (() => void) | undefined
  readonly clear: () => void
}

/** What is chosen in a list. Another filter or search means other records: then nothing is. */
export function useListSelection(
  form: string,
  rows: readonly RecordAnswer[],
  narrowed: Narrowed,
  hasMore: boolean,
): ListSelection {
  const workspace = useWorkspace().workspace.key
  const { filter, search } = narrowed
  const asked = {
    ...(filter === undefined ? {} : { filter }),
    ...(search === undefined ? {} : { search }),
  }
  const question = JSON.stringify(asked)
  const [state, setState] = useState<{ of: string; chosen: Chosen }>({ of: question, chosen: nothing })
  const chosen = state.of === question ? state.chosen : nothing
  const choose = (next: Chosen) => setState({ of: question, chosen: next })
  const ids = rows.map(({ id }) => id)
  const boxes = ticked(chosen, ids)
  const isWhole = !chosen.all && hasMore && ids.length > 0 && ids.every((id) => boxes.has(id))
  const counted = useQuery({
    queryKey: ['records', workspace, form, 'count', asked],
    queryFn: () => client.call('countRecords', { params: { workspace, form }, body: asked }),
    enabled: isWhole || chosen.all,
  }).data
  const all = counted ?? null
  return {
    ticked: boxes,
    onTick: (next) => choose(withTicks(chosen, ids, next)),
    isEmpty: !chosen.all && chosen.ids.size === 0,
    isAll: chosen.all,
    count: chosen.all
      ? all && { ...all, count: Math.max(0, all.count - chosen.except.size) }
      : { count: chosen.ids.size, exact: true },
    offered: isWhole ? all : null,
    selection: selectionOf(chosen, asked),
    chooseLoaded:
      chosen.all || ids.every((id) => boxes.has(id))
        ? undefined
        : () => choose({ all: false, ids: new Set(ids) }),
    chooseAll: () => choose({ all: true, except: new Set() }),
    clear: () => choose(nothing),
  }
}
