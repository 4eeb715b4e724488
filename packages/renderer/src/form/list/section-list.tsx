import { localize } from '@pipewright/metadata'
import type { Expression, SectionList as SectionListDocument } from '@pipewright/schemas'
import { ErrorNotice, RowsSkeleton } from '@pipewright/ui'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { problemOf } from '../../environment/problem-of.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { RelatedRows } from '../../record/related/related-rows.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { sortOfList, useListColumns } from './use-list-columns.ts'
import { useListFilter } from './use-list-filter.ts'

export interface SectionListProps {
  readonly list: SectionListDocument
  /** Id of the record; none while it is new. */
  readonly record: string | undefined
}

const portion = 10

function useRows(list: SectionListDocument, filter: Expression | null, columns: readonly string[]) {
  const { data, rights } = useRenderer()
  const { form } = list
  const mayRead = rights[form]?.read === true
  const sort = sortOfList(list)
  return useInfiniteQuery({
    queryKey: ['records', form, 'section', filter, sort, columns],
    queryFn: ({ pageParam }) =>
      data.queryRecords(form, {
        ...(filter === null ? {} : { filter }),
        sort,
        columns: [...columns],
        limit: portion,
        ...(pageParam === null ? {} : { after: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: mayRead && filter !== null,
  })
}

/** Records of a form that meet conditions on this one, to be read and opened; only what the reader may see. */
export function SectionList({ list, record }: SectionListProps) {
  const { index, locale, rights } = useRenderer()
  const t = useTexts()
  const form = index.form(list.form)
  const filter = useListFilter(list, record)
  const columns = useListColumns(list)
  const found = useRows(
    list,
    filter,
    columns.map(({ path }) => path),
  )
  if (form === undefined || rights[list.form]?.read !== true) return null
  const plural = localize(form.labelPlural, locale)
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? []
  if (found.isError)
    return <ErrorNotice problem={problemOf(found.error)} onRetry={() => void found.refetch()} />
  if (filter !== null && found.isPending) return <RowsSkeleton rows={2} />
  return (
    <div className="pw-section-list" role="group" aria-label={plural}>
      {rows.length === 0 ? (
        <p className="pw-quiet">
          {t(filter === null ? 'form.listWaits' : 'form.listEmpty', { forms: plural })}
        </p>
      ) : (
        <RelatedRows form={list.form} rows={rows} columns={columns} titleField={form.titleField} />
      )}
      {found.hasNextPage && (
        <Button size="small" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('form.listMore')}
        </Button>
      )}
    </div>
  )
}
