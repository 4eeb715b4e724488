import type { Expression, RelationField, RelationsField } from '@pipewright/schemas'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRenderer } from '../../environment/use-renderer.ts'
import type { RecordReference } from '../../environment/renderer-data.ts'
import type { ControlProps } from '../field-control.ts'
import { asksForEmpty, bindRecord } from './bind-record.ts'
import { useSettled } from './use-settled.ts'

const shown = 30

export interface RecordSearchState {
  readonly found: readonly RecordReference[]
  readonly searching: boolean
  readonly failed: boolean
}

/** The relation's filter with the values of the record around it; undefined while it says nothing. */
export function boundFilter(
  { filter }: RelationField | RelationsField,
  record: ControlProps['record'],
): Expression | undefined {
  const values = record?.() ?? {}
  return filter === undefined || asksForEmpty(filter, values) ? undefined : bindRecord(filter, values)
}

/** Records that a relation may point to, found while typing. */
export function useRecordSearch(
  field: RelationField | RelationsField,
  open: boolean,
  typed: string,
  record: ControlProps['record'],
): RecordSearchState {
  const { data } = useRenderer()
  const text = useSettled(typed)
  const bound = open ? boundFilter(field, record) : undefined
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
