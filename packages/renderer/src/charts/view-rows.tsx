import { localize } from '@pipewright/metadata'
import type { View } from '@pipewright/schemas'
import { ErrorNotice, RowsSkeleton } from '@pipewright/ui'
import { useQuery } from '@tanstack/react-query'
import { problemOf } from '../environment/problem-of.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { RelatedRows } from '../record/related/related-rows.tsx'
import { columnsOf } from '../table/column-of-path.ts'
import { useTexts } from '../texts/use-texts.ts'

export interface ViewRowsProps {
  readonly view: View
  /** How many records are listed at most. */
  readonly limit: number
  /** How many of its columns are shown at most. */
  readonly mostColumns: number
}

/** The first records of a view, to be read and opened. */
export function ViewRows({ view, limit, mostColumns }: ViewRowsProps) {
  const { data, index, locale } = useRenderer()
  const t = useTexts()
  const form = index.form(view.form)
  const columns = columnsOf(index, view.form, view.columns.slice(0, mostColumns), locale)
  const body = {
    columns: columns.map(({ path }) => path),
    sort: view.sort ?? [],
    limit,
    ...(view.filter === undefined ? {} : { filter: view.filter }),
  }
  const found = useQuery({
    queryKey: ['records', view.form, 'widget', body],
    queryFn: () => data.queryRecords(view.form, body),
  })
  if (form === undefined) return null
  if (found.isError)
    return <ErrorNotice problem={problemOf(found.error)} onRetry={() => void found.refetch()} />
  if (found.isPending) return <RowsSkeleton rows={3} />
  const { rows } = found.data
  if (rows.length === 0)
    return <p className="pw-quiet">{t('form.listEmpty', { forms: localize(form.labelPlural, locale) })}</p>
  return <RelatedRows form={view.form} rows={rows} columns={columns} titleField={form.titleField} />
}
