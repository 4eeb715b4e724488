import type { RecordAnswer } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Expression, SectionList } from '@pipewright/schemas'
import { useQuery } from '@tanstack/react-query'
import { useRenderer } from '../environment/use-renderer.ts'
import { sortOfList, useListColumns } from '../form/list/use-list-columns.ts'
import { RelatedTable } from '../record/related/related-table.tsx'
import { useTexts } from '../texts/use-texts.ts'

export interface PrintedListProps {
  readonly list: SectionList
  /** Null while a value it compares with is empty: nothing meets that. */
  readonly filter: Expression | null
}

const perPage = 200
const most = 1000

/** The records of a list in a section, all of them: on paper nobody asks for more. */
export function PrintedList({ list, filter }: PrintedListProps) {
  const { data, index, locale, rights } = useRenderer()
  const t = useTexts()
  const columns = useListColumns(list)
  const paths = columns.map(({ path }) => path)
  const form = index.form(list.form)
  const mayRead = rights[list.form]?.read === true
  const found = useQuery({
    queryKey: ['records', list.form, 'printed', filter, sortOfList(list), paths],
    queryFn: async () => {
      const rows: RecordAnswer[] = []
      let after: string | null = null
      do {
        const page = await data.queryRecords(list.form, {
          ...(filter === null ? {} : { filter }),
          sort: sortOfList(list),
          columns: paths,
          limit: perPage,
          ...(after === null ? {} : { after }),
        })
        rows.push(...page.rows)
        after = page.next
      } while (after !== null && rows.length < most)
      return { rows, isWhole: after === null }
    },
    enabled: mayRead && filter !== null,
  })
  if (form === undefined || !mayRead) return null
  const forms = localize(form.labelPlural, locale)
  const { rows = [], isWhole = true } = found.data ?? {}
  if (rows.length === 0)
    return found.isLoading ? null : <p className="pw-quiet">{t('form.listEmpty', { forms })}</p>
  return (
    // On a screen narrower than the paper the table moves sideways in its frame, also by keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
    <div className="pw-print-table" role="group" aria-label={forms} tabIndex={0}>
      <RelatedTable form={list.form} rows={rows} columns={columns} titleField={form.titleField} />
      {!isWhole && <p className="pw-quiet">{t('record.printedFirst', { count: rows.length })}</p>}
    </div>
  )
}
