import type { ReadItems } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { Alert } from 'antd'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useFormat } from '../../formats/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'

export interface ImportPreviewProps {
  readonly read: ReadItems
  readonly columns: readonly Field[]
  /** The file had more rows than line items can hold. */
  readonly more: boolean
}

const shownRows = 8
const shownProblems = 50

function Problems({ read }: Pick<ImportPreviewProps, 'read'>) {
  const t = useTexts()
  if (read.problems.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={t('control.importUnread', { count: read.problems.length })}
      description={
        <ul className="pw-import-problems">
          {read.problems.slice(0, shownProblems).map((problem) => (
            <li key={`${problem.row}/${problem.field}/${problem.code}`}>
              {t('control.rowNumber', { row: problem.row })}
              {problem.column === null ? '' : ` · ${problem.column}`}
              {problem.value === null ? '' : ` · “${problem.value}”`}: {problem.message}
            </li>
          ))}
        </ul>
      }
    />
  )
}

/** The first rows as they would be, and every cell that could not be read, with its reason. */
export function ImportPreview({ read, columns, more }: ImportPreviewProps) {
  const { locale } = useRenderer()
  const t = useTexts()
  const format = useFormat(read.titles)
  const shown = columns.filter(({ key }) => read.rows.some((row) => row[key] !== undefined))
  return (
    <div className="pw-import-preview">
      {more && <Alert type="warning" showIcon title={t('control.importMore')} />}
      <Problems read={read} />
      <div className="pw-items-scroll">
        <table className="pw-items pw-items-read" aria-label={t('control.importPreview')}>
          <thead>
            <tr>
              {shown.map(({ key, label }) => (
                <th key={key} scope="col">
                  {localize(label, locale)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {read.rows.slice(0, shownRows).map((row, position) => (
              <tr key={position}>
                {shown.map((field) => (
                  <td key={field.key}>{format(field, row[field.key])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
