import { ProblemError, type TableSheet } from '@pipewright/contract'
import { Icon } from '@pipewright/ui'
import { Alert, Input, Upload } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import { useApi } from '../environment/api-context.ts'
import { useTexts } from '../texts/use-texts.ts'
import { csvFile, pastedTable } from './pasted-table.ts'

/** A table with the file that its rows are imported from. */
export interface ChosenTable {
  readonly table: TableSheet
  readonly file: File
  readonly name: string
}

const stem = (name: string): string => name.replace(/\.[^.]+$/, '')

export interface TableSourceProps {
  /** Read at once where it is given. */
  readonly file: File | null
  readonly onTable: (table: ChosenTable) => void
}

/** Takes a file, or a table that is pasted from a spreadsheet. */
export function TableSource({ file: given, onTable }: TableSourceProps) {
  const t = useTexts()
  const api = useApi()
  const [busy, setBusy] = useState(given !== null)
  const [problem, setProblem] = useState<string | null>(null)
  const load = (file: File): Promise<void> =>
    api
      .readTable(file)
      .then((table) => onTable({ table, file, name: stem(file.name) }))
      .catch((error: unknown) => {
        const reason = error instanceof ProblemError ? (error.problem.detail ?? error.problem.title) : null
        setProblem(reason ?? t('bar.lostLong'))
      })
      .finally(() => setBusy(false))
  const read = (file: File) => {
    setBusy(true)
    setProblem(null)
    void load(file)
  }
  const begin = useEffectEvent(() => {
    if (given !== null) void load(given)
  })
  useEffect(() => begin(), [])
  const paste = (text: string) => {
    const table = pastedTable(text)
    if (table === null) setProblem(t('fromTable.noTable'))
    else onTable({ table, file: csvFile(table, t('fromTable.pasted')), name: '' })
  }
  return (
    <div className="pwd-table-source">
      {problem !== null && <Alert type="error" showIcon title={problem} />}
      <Upload.Dragger
        accept=".csv,.tsv,.txt,.xlsx"
        maxCount={1}
        showUploadList={false}
        disabled={busy}
        beforeUpload={(file) => {
          read(file)
          return false
        }}
      >
        <p>
          <Icon name="upload" /> {busy ? t('fromTable.reading') : t('fromTable.drop')}
        </p>
      </Upload.Dragger>
      <Input.TextArea
        aria-label={t('fromTable.paste')}
        placeholder={t('fromTable.paste')}
        rows={3}
        value=""
        onPaste={(event) => {
          event.preventDefault()
          paste(event.clipboardData.getData('text/plain'))
        }}
      />
    </div>
  )
}
