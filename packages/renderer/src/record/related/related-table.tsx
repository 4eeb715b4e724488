import { Icon } from '@pipewright/ui'
import { RecordLink } from '../../controls/relation/record-link.tsx'
import { CellValue } from '../../table/cell-value.tsx'
import type { Column } from '../../table/column-of-path.ts'
import { nextSort } from '../../table/next-sort.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { titleColumn, type RelatedRowsProps } from './related-rows-props.ts'

const spoken = { asc: 'ascending', desc: 'descending' } as const

function Heading({
  column,
  sort = [],
  onSort,
}: Pick<RelatedRowsProps, 'sort' | 'onSort'> & { readonly column: Column }) {
  const t = useTexts()
  const { path, label, align, sortable } = column
  const now = sort.find(({ field }) => field === path)?.direction
  return (
    <th
      scope="col"
      className={align === 'end' ? 'pw-end' : undefined}
      aria-sort={now === undefined ? undefined : spoken[now]}
    >
      {onSort === undefined || !sortable ? (
        label
      ) : (
        <button
          type="button"
          className="pw-related-sort"
          title={t('table.sortBy', { column: label })}
          onClick={() => onSort(nextSort(sort, path, false))}
        >
          {label}
          {now !== undefined && <Icon name={now === 'asc' ? 'arrow-up' : 'arrow-down'} />}
        </button>
      )}
    </th>
  )
}

/** Records to be read in a table; their titles lead to them. */
export function RelatedTable({ form, rows, columns, titleField, ...sorting }: RelatedRowsProps) {
  const t = useTexts()
  const titled = titleColumn(columns, titleField)
  return (
    <div className="pw-items-scroll">
      <table className="pw-items pw-items-read">
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.path} column={column} {...sorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column) => (
                <td key={column.path} className={column.align === 'end' ? 'pw-end pw-numeric' : undefined}>
                  {column === titled ? (
                    <RecordLink form={form} id={row.id} title={row.title || t('table.untitled')} />
                  ) : (
                    <CellValue record={row} column={column} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
