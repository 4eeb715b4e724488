import type { RelationField } from '@pipewright/schemas'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRenderer } from '../../environment/use-renderer.ts'
import type { RecordGroup } from '../../environment/renderer-data.ts'
import type { ControlProps } from '../field-control.ts'
import { boundFilter } from './use-record-search.ts'
import { useSettled } from './use-settled.ts'

/** Of each form: fewer where there are many forms, so that the list can be overlooked. */
const hitsPerForm = (forms: number): number => (forms > 4 ? 5 : 8)

interface TargetSearchState {
  readonly groups: readonly RecordGroup[]
  /** What is shown still answers what was typed before. */
  readonly isStale: boolean
  readonly failed: boolean
}

/** Records of several forms that a relation may point to, found together while typing; the latest before that. */
export function useTargetSearch(
  parts: readonly RelationField[],
  open: boolean,
  typed: string,
  record: ControlProps['record'],
): TargetSearchState {
  const { data } = useRenderer()
  const text = useSettled(typed).trim()
  const targets = open
    ? parts.map((part) => {
        const filter = boundFilter(part, record)
        return { form: part.form, ...(filter === undefined ? {} : { filter }) }
      })
    : []
  const limit = hitsPerForm(parts.length)
  const query = useQuery({
    queryKey: ['records', 'targets', targets, text, limit],
    queryFn: () => data.searchTargets({ targets, text, limit }),
    enabled: open,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })
  return {
    groups: query.data ?? [],
    isStale: query.isFetching || text !== typed.trim(),
    failed: query.isError,
  }
}
