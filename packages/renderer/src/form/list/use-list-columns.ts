import type { SectionList } from '@pipewright/schemas'
import { useMemo } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { columnsOf, type Column } from '../../table/column-of-path.ts'

/** The columns of a list: those chosen for it, else the title and the key facts. */
export function useListColumns(list: SectionList): readonly Column[] {
  const { index, locale } = useRenderer()
  return useMemo(() => {
    const form = index.form(list.form)
    const chosen =
      list.columns ?? (form === undefined ? [] : [form.titleField, ...(form.layout.keyFacts ?? [])])
    return columnsOf(index, list.form, [...new Set(chosen)], locale)
  }, [index, list, locale])
}

const latest = { field: 'created_at', direction: 'desc' } as const

export const sortOfList = ({ orderBy }: SectionList) => [orderBy ?? latest]
