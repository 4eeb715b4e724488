import type { RecordAnswer } from '@pipewright/contract'
import { RecordLink } from '../controls/relation/record-link.tsx'
import { CellValue } from '../table/cell-value.tsx'
import type { Column } from '../table/column-of-path.ts'
import { useTexts } from '../texts/use-texts.ts'

/** Records to be read in a table; their titles lead to them. */
export function RelatedRows({
  form,
  rows,
  columns,
  titleField,
}: {
  readonly form: string
  readonly rows: readonly RecordAnswer[]
  readonly columns: readonly Column[]
  readonly titleField: string
}) {
  const t = useTexts()
  return (
    <div className="pw-items-scroll">
      <table className="pw-items pw-items-read">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.path} scope="col" className={column.align === 'end' ? 'pw-end' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column, at) => (
                <td key={column.path} className={column.align === 'end' ? 'pw-end pw-numeric' : undefined}>
                  {column.path === titleField ||
                  (at === 0 && !columns.some(({ path }) => path === titleField)) ? (
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
