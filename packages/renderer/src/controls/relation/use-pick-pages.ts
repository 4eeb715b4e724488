import type { Expression, RelationField, RelationsField } from '@pipewright/schemas'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { columnsOf } from '../../table/column-of-path.ts'
import { useSettled } from './use-settled.ts'

const perPage = 20

/** The list to pick from, page by page, with the columns that the field asks for. */
export function usePickPages(
  field: RelationField | RelationsField,
  filter: Expression | undefined,
  typed: string,
) {
  const { data, index, locale } = useRenderer()
  const text = useSettled(typed).trim()
  const columns = useMemo(() => {
    const form = index.form(field.form)
    const paths = field.pickColumns ?? form?.layout.keyFacts ?? []
    return columnsOf(index, field.form, [...new Set(paths)], locale).filter(
      ({ path }) => path !== form?.titleField,
    )
  }, [field, index, locale])
  const paths = columns.map(({ path }) => path)
  const pages = useInfiniteQuery({
    queryKey: ['records', field.form, 'pick', text, filter ?? null, paths],
    queryFn: ({ pageParam }) =>
      data.queryRecords(field.form, {
        columns: paths,
        limit: perPage,
        ...(text === '' ? {} : { search: text }),
        ...(filter === undefined ? {} : { filter }),
        ...(pageParam === null ? {} : { after: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
  return { columns, pages }
}
