import type { FileInfo } from '@pipewright/contract'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { formatBytes } from './check-file.ts'
import { useFiles } from './use-files.ts'

export interface FileListProps {
  readonly ids: readonly string[]
  readonly onRemove?: ((id: string) => void) | undefined
}

function FileEntry({
  file,
  onRemove,
}: {
  readonly file: FileInfo
  readonly onRemove?: (() => void) | undefined
}) {
  const { data } = useRenderer()
  const t = useTexts()
  return (
    <li className="pw-file">
      <Icon name="paperclip" />
      <a
        className="pw-link"
        href={data.fileUrl(file.id)}
        download={file.name}
        title={t('control.downloadFile', { name: file.name })}
      >
        {file.name}
      </a>
      <span className="pw-quiet">{formatBytes(file.bytes)}</span>
      {onRemove !== undefined && (
        <Button
          type="text"
          size="small"
          aria-label={t('control.removeFile', { name: file.name })}
          icon={<Icon name="close" />}
          onClick={onRemove}
        />
      )}
    </li>
  )
}

/** Names, sizes and links of attached files. */
export function FileList({ ids, onRemove }: FileListProps) {
  const files = useFiles(ids)
  return (
    <ul className="pw-files">
      {files.map((file) => (
        <FileEntry key={file.id} file={file} onRemove={onRemove && (() => onRemove(file.id))} />
      ))}
    </ul>
  )
}
