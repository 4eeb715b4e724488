import type { RecordAnswer, Values } from '@pipewright/contract'
import { localize, relatedName } from '@pipewright/metadata'
import type { RelatedList as RelatedListDocument } from '@pipewright/schemas'
import { EmptyState, ErrorNotice, RowsSkeleton } from '@pipewright/ui'
import { useMemo, useState } from 'react'
import { problemOf } from '../../environment/problem-of.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { FilterBar } from '../../filter/filter-bar.tsx'
import { columnsOf, type Column } from '../../table/column-of-path.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { RelatedFoot } from './related-foot.tsx'
import { RelatedHead } from './related-head.tsx'
import { RelatedRows } from './related-rows.tsx'
import { useRelated, type RelatedLook } from './use-related.ts'

export interface RelatedListProps {
  readonly list: RelatedListDocument
  readonly record: RecordAnswer
  /** Form of the record. */
  readonly from: string
  /** Opens the full form instead of quick entry. */
  readonly onCreate?: ((form: string, values: Values) => void) | undefined
}

const everything: RelatedLook = { search: '', filter: null, sort: [] }
/** So few are seen at a glance: nothing to look for them with is shown. */
const few = 5

function useColumns(list: RelatedListDocument): readonly Column[] {
  const { index, locale } = useRenderer()
  return useMemo(() => {
    const form = index.form(list.form)
    if (form === undefined) return []
    const chosen = list.columns ?? [form.titleField, ...(form.layout.keyFacts ?? [])]
    const paths = [...new Set(chosen)].filter((path) => path !== list.field.split('.')[0])
    return columnsOf(index, list.form, paths, locale)
  }, [index, list, locale])
}

/** Records of another form that point here: their number, search, filter and order, portion by portion, and quick entry. */
export function RelatedList({ list, record, from, onCreate }: RelatedListProps) {
  const { index, locale, rights } = useRenderer()
  const t = useTexts()
  const [look, setLook] = useState(everything)
  const columns = useColumns(list)
  const paths = useMemo(() => columns.map(({ path }) => path), [columns])
  const { pages, count, filter } = useRelated(list, record, look, paths)
  const form = index.form(list.form)
  if (form === undefined || rights[list.form]?.read !== true) return null
  const plural = localize(relatedName(index, list), locale)
  const isNarrowed = look.search !== '' || look.filter !== null
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const total = count.data?.count ?? 0
  return (
    <section className="pw-related" aria-label={plural}>
      <RelatedHead
        {...{ list, record, from, form, look, filter, onCreate }}
        title={plural}
        count={count.data}
      />
      {(isNarrowed || total > few) && (
        <FilterBar
          form={list.form}
          value={look.filter}
          onChange={(next) => setLook({ ...look, filter: next })}
          search={look.search}
          onSearch={(search) => setLook({ ...look, search })}
        />
      )}
      {pages.isError && <ErrorNotice problem={problemOf(pages.error)} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <RowsSkeleton rows={3} />}
      {pages.data !== undefined && rows.length === 0 && (
        <EmptyState
          icon={form.icon ?? 'inbox'}
          title={t(isNarrowed ? 'record.relatedNone' : 'record.relatedEmpty', { forms: plural })}
          text={isNarrowed ? '' : t('record.relatedEmptyText')}
        />
      )}
      {rows.length > 0 && (
        <RelatedRows
          form={list.form}
          rows={rows}
          columns={columns}
          titleField={form.titleField}
          sort={look.sort}
          onSort={(sort) => setLook({ ...look, sort })}
        />
      )}
      {pages.hasNextPage && (
        <RelatedFoot
          shown={rows.length}
          count={count.data}
          loading={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      )}
    </section>
  )
}
