import { Button, Checkbox } from 'antd'
import { useTexts } from '../texts/use-texts.ts'
import { ColumnList } from './column-list.tsx'
import { TableSource } from './table-source.tsx'
import type { TableForm } from './use-table-form.ts'

export interface TablePartProps {
  readonly form: TableForm
  /** Read at once where it is given. */
  readonly file: File | null
  readonly imports: boolean
  readonly onImports: (imports: boolean) => void
  readonly onName: (name: string) => void
}

/** The table that a form is made from: chosen first, then corrected. */
export function TablePart({ form, file, imports, onImports, onName }: TablePartProps) {
  const t = useTexts()
  if (form.chosen === null)
    return (
      <TableSource
        file={file}
        onTable={(table) => {
          form.take(table)
          onName(table.name)
        }}
      />
    )
  const { rows, more } = form.chosen.table
  return (
    <>
      <div className="pwd-row">
        <span className="pwd-quiet">
          {t(more ? 'fromTable.rowsMore' : 'fromTable.rows', { count: rows.length })}
        </span>
        <span className="pwd-bar-gap" />
        <Button size="small" onClick={form.clear}>
          {t('fromTable.other')}
        </Button>
      </div>
      <ColumnList columns={form.columns} onChange={form.setColumns} />
      <Checkbox
        checked={imports && form.canImport}
        disabled={!form.canImport}
        onChange={(event) => onImports(event.target.checked)}
      >
        {t('fromTable.import')}
      </Checkbox>
      {!form.canImport && <p className="pwd-quiet">{t('fromTable.cannotImport')}</p>}
    </>
  )
}
