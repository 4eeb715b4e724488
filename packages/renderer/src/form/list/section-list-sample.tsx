import type { SectionList } from '@pipewright/schemas'
import { useQuery } from '@tanstack/react-query'
import { useRenderer } from '../../environment/use-renderer.ts'
import { RelatedRows } from '../../record/related/related-rows.tsx'
import { sortOfList, useListColumns } from './use-list-columns.ts'

const shown = 3

/**
 * How a list in a section will look, with records that are there: while it is designed there is no record it could be
 * narrowed by. Without any, or before the form is published, its columns alone.
 */
export function SectionListSample({ list }: { readonly list: SectionList }) {
  const { data, index } = useRenderer()
  const columns = useListColumns(list)
  const paths = columns.map(({ path }) => path)
  const found = useQuery({
    queryKey: ['records', list.form, 'sample', sortOfList(list), paths],
    queryFn: () => data.queryRecords(list.form, { sort: sortOfList(list), columns: paths, limit: shown }),
    retry: false,
  })
  const form = index.form(list.form)
  if (form === undefined) return null
  return (
    <RelatedRows
      form={list.form}
      rows={found.data?.rows ?? []}
      columns={columns}
      titleField={form.titleField}
    />
  )
}
