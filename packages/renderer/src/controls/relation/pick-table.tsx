import type { RecordAnswer } from '@pipewright/contract'
import { Button, Checkbox } from 'antd'
import { CellValue } from '../../table/cell-value.tsx'
import type { Column } from '../../table/column-of-path.ts'
import { useTexts } from '../../texts/use-texts.ts'

export interface PickTableProps {
  readonly rows: readonly RecordAnswer[]
  /** Besides the title. */
  readonly columns: readonly Column[]
  readonly picked: ReadonlySet<string>
  readonly many: boolean
  readonly onPick: (record: RecordAnswer) => void
}

/** The rows of the dialog; a click anywhere picks, and the keyboard has a button or box in each. */
export function PickTable({ rows, columns, picked, many, onPick }: PickTableProps) {
  const t = useTexts()
  const title = (record: RecordAnswer) => record.title || t('table.untitled')
  return (
    <div className="pw-items-scroll">
      <table className="pw-items pw-items-read pw-pick-table">
        <thead>
          <tr>
            <th scope="col">{t('control.pickTitle')}</th>
            {columns.map((column) => (
              <th key={column.path} scope="col" className={column.align === 'end' ? 'pw-end' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((record) => (
            <tr
              key={record.id}
              data-picked={picked.has(record.id) ? '' : undefined}
              onClick={() => onPick(record)}
            >
              <td onClick={(event) => event.stopPropagation()}>
                {many ? (
                  <Checkbox checked={picked.has(record.id)} onChange={() => onPick(record)}>
                    {title(record)}
                  </Checkbox>
                ) : (
                  <Button type="link" className="pw-pick-one" onClick={() => onPick(record)}>
                    {title(record)}
                  </Button>
                )}
              </td>
              {columns.map((column) => (
                <td key={column.path} className={column.align === 'end' ? 'pw-end pw-numeric' : undefined}>
                  <CellValue record={record} column={column} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
