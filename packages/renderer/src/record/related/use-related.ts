import type { RecordAnswer, SortKey } from '@pipewright/contract'
import type { Expression, RelatedList } from '@pipewright/schemas'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { narrowed, pointingTo } from './related-filter.ts'

/** What somebody looks for among the related records, and in which order. */
export interface RelatedLook {
  readonly search: string
  readonly filter: Expression | null
  readonly sort: readonly SortKey[]
}

const portion = 20

/** The records that point to one, portion by portion, with their number. */
export function useRelated(
  list: RelatedList,
  record: RecordAnswer,
  look: RelatedLook,
  columns: readonly string[],
) {
  const { data, index, rights } = useRenderer()
  const { form, field } = list
  const { search, sort } = look
  const filter = useMemo(
    () => narrowed(pointingTo(index, list, record.id), look.filter),
    [index, list, record.id, look.filter],
  )
  const asked = { filter, ...(search === '' ? {} : { search }) }
  const enabled = rights[form]?.read === true
  const pages = useInfiniteQuery({
    queryKey: ['records', form, 'related', field, record.id, columns, asked, sort],
    queryFn: ({ pageParam }) =>
      data.queryRecords(form, {
        ...asked,
        ...(sort.length === 0 ? {} : { sort: [...sort] }),
        limit: portion,
        columns: [...columns],
        ...(pageParam === null ? {} : { after: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    enabled,
  })
  const count = useQuery({
    queryKey: ['records', form, 'relatedCount', field, record.id, asked],
    queryFn: () => data.countRecords(form, asked),
    placeholderData: keepPreviousData,
    enabled,
  })
  return { pages, count, filter }
}
