import type { ItemsTable } from '@pipewright/contract'
import { ErrorNotice, Icon } from '@pipewright/ui'
import { Upload } from 'antd'
import { useState } from 'react'
import { problemOf } from '../../environment/problem-of.ts'
import { useTexts } from '../../texts/use-texts.ts'

export interface ImportFileProps {
  readonly read: (file: File) => Promise<ItemsTable>
  readonly onTable: (table: ItemsTable) => void
}

/** Chooses the file whose rows are to be taken over. */
export function ImportFile({ read, onTable }: ImportFileProps) {
  const t = useTexts()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<unknown>(null)
  const send = async (file: File) => {
    setBusy(true)
    setFailed(null)
    try {
      onTable(await read(file))
    } catch (error) {
      setFailed(error)
      setBusy(false)
    }
  }
  return (
    <>
      {failed !== null && <ErrorNotice problem={problemOf(failed)} />}
      <Upload.Dragger
        accept=".csv,.tsv,.txt,.xlsx"
        maxCount={1}
        showUploadList={false}
        disabled={busy}
        beforeUpload={(file) => {
          void send(file)
          return false
        }}
      >
        <p>
          <Icon name="upload" />
        </p>
        <p>{busy ? t('control.uploading') : t('control.importHint')}</p>
      </Upload.Dragger>
    </>
  )
}
