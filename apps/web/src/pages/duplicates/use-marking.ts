import type { AlikeGroup } from '@pipewright/contract'
import { useState } from 'react'
import { useTell } from './use-duplicates.ts'

/** So many records become one. */
export const mostMerged = 5

/** Which records of a group something is done with, few of them by themselves, and which were told apart here. */
export function useMarking(
  form: string,
  group: AlikeGroup,
  onPartly: (marked: AlikeGroup['records']) => void,
) {
  const { call, apart, together, refresh } = useTell(form)
  const [left, setLeft] = useState<ReadonlySet<string>>(
    new Set(group.records.slice(mostMerged).map(({ id }) => id)),
  )
  const [marked, setMarked] = useState<AlikeGroup['records']>([])
  const chosen = group.records.filter(({ id }) => !left.has(id))
  const isSettled = marked.length > 0
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(left)
    if (isChosen) next.delete(id)
    else next.add(id)
    setLeft(next)
  }
  const mark = async () => {
    if (!(await apart(chosen.map(({ id }) => id)))) return
    // What is settled as a whole stays where it is, to be undone there; what is left of others is found anew.
    if (chosen.length === group.records.length) return setMarked(chosen)
    onPartly(chosen)
    await refresh()
  }
  const unmark = async () => {
    if (await together(marked.map(({ id }) => id))) setMarked([])
  }
  return { call, chosen, choose, marked, isSettled, mark, unmark, refresh }
}

export type Marking = ReturnType<typeof useMarking>
