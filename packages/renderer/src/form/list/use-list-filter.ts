import { dependencies } from '@pipewright/logic'
import type { Expression, SectionList } from '@pipewright/schemas'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { useSettled } from '../../controls/relation/use-settled.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useFormStore } from '../store/use-field.ts'
import { listFilter } from './list-filter.ts'

/** The filter of a list for what is typed at the moment, once the typing rests. */
export function useListFilter(list: SectionList, record: string | undefined): Expression | null {
  const store = useFormStore()
  const { index } = useRenderer()
  const heads = useMemo(
    () => new Set(list.where.flatMap(({ value = null }) => dependencies(value).map(([head]) => head ?? ''))),
    [list],
  )
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = [...heads].map((head) => store.subscribe(head, listener))
      return () => ends.forEach((end) => end())
    },
    [store, heads],
  )
  const text = useSyncExternalStore(subscribe, () => {
    const { subject } = store.derived().ruled
    const data = record === undefined ? subject.record : { ...subject.record, id: record }
    return JSON.stringify(listFilter(index, list, data, subject.context))
  })
  const settled = useSettled(text)
  return useMemo(() => JSON.parse(settled) as Expression | null, [settled])
}
