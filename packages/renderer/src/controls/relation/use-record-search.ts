import type { RelationField } from '@pipewright/schemas'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import type { RecordReference } from '../../environment/renderer-data.ts'
import type { ControlProps } from '../field-control.ts'
import { asksForEmpty, bindRecord } from './bind-record.ts'

const pause = 200
const shown = 30

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

export interface RecordSearchState {
  readonly found: readonly RecordReference[]
  readonly searching: boolean
  readonly failed: boolean
}

/** Records that a relation may point to, found while typing. */
export function useRecordSearch(
  field: RelationField,
  open: boolean,
  typed: string,
  record: ControlProps['record'],
): RecordSearchState {
  const { data } = useRenderer()
  const text = useSettled(typed)
  const values = open ? (record?.() ?? {}) : {}
  const bound =
    field.filter === undefined || asksForEmpty(field.filter, values)
      ? undefined
      : bindRecord(field.filter, values)
  const query = useQuery({
    queryKey: ['records', field.form, 'search', text, bound ?? null],
    queryFn: () =>
      data.searchRecords(field.form, {
        text,
        limit: shown,
        ...(bound === undefined ? {} : { filter: bound }),
      }),
    enabled: open,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })
  return { found: query.data ?? [], searching: query.isFetching || text !== typed, failed: query.isError }
}
