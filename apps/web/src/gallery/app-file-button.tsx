import { Icon } from '@pipewright/ui'
import { Button, Upload } from 'antd'
import { useState } from 'react'
import { useText } from '../texts/use-text.ts'
import type { AppFile } from './app-file.ts'

/** Takes an app that was saved as a file, here or in another installation. */
export function AppFileButton(props: { readonly chosen: string | null; onFile: (file: AppFile) => void }) {
  const text = useText()
  const [isWrong, setWrong] = useState(false)
  const read = (file: File) =>
    file
      .text()
      .then((content) => {
        props.onFile({ name: file.name, app: JSON.parse(content) as AppFile['app'] })
        setWrong(false)
      })
      .catch(() => setWrong(true))
  return (
    <div className="gallery-app-file">
      <Upload
        accept=".json,application/json"
        maxCount={1}
        showUploadList={false}
        beforeUpload={(file) => {
          void read(file)
          return false
        }}
      >
        <Button type="link" icon={<Icon name="upload" />}>
          {text('appFile')}
        </Button>
      </Upload>
      {props.chosen !== null && <span className="gallery-file">{props.chosen}</span>}
      {isWrong && (
        <span className="gallery-wrong" role="alert">
          {text('appFileWrong')}
        </span>
      )}
    </div>
  )
}
