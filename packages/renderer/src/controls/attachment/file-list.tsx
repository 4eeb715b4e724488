import type { FileInfo } from '@pipewright/contract'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useRenderer } from '../../environment/use-renderer.ts'
import { usePreview } from '../../files/use-preview.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { formatBytes } from './check-file.ts'
import { useFiles } from './use-files.ts'

export interface FileListProps {
  readonly ids: readonly string[]
  readonly onRemove?: ((id: string) => void) | undefined
}

interface FileEntryProps {
  readonly file: FileInfo
  readonly onShow: () => void
  readonly onRemove?: (() => void) | undefined
}

/** A file by its name, which shows it. */
export function FileEntry({ file, onShow, onRemove }: FileEntryProps) {
  const { data } = useRenderer()
  const t = useTexts()
  return (
    <li className="pw-file">
      <Icon name="paperclip" />
      <button type="button" className="pw-file-name" onClick={onShow}>
        {file.name}
      </button>
      <span className="pw-quiet">{formatBytes(file.bytes)}</span>
      <Button
        type="text"
        size="small"
        aria-label={t('control.downloadFile', { name: file.name })}
        icon={<Icon name="download" />}
        href={data.fileUrl(file.id)}
        download={file.name}
      />
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

/** Names and sizes of attached files. */
export function FileList({ ids, onRemove }: FileListProps) {
  const files = useFiles(ids)
  const { show, preview } = usePreview(files)
  return (
    <>
      <ul className="pw-files">
        {files.map((file, position) => (
          <FileEntry
            key={file.id}
            file={file}
            onShow={() => show(position)}
            onRemove={onRemove && (() => onRemove(file.id))}
          />
        ))}
      </ul>
      {preview}
    </>
  )
}
