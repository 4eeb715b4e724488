import type { FileInfo } from '@pipewright/contract'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { formatBytes } from './check-file.ts'

export interface FileEntryProps {
  readonly file: FileInfo
  readonly onShow: () => void
  readonly onRemove?: (() => void) | undefined
  /** Behind its size. */
  readonly children?: ReactNode
}

/** A file by its name, which shows it. */
export function FileEntry({ file, onShow, onRemove, children }: FileEntryProps) {
  const { data } = useRenderer()
  const t = useTexts()
  return (
    <li className="pw-file">
      <Icon name="paperclip" />
      <button type="button" className="pw-file-name" onClick={onShow}>
        {file.name}
      </button>
      <span className="pw-quiet">{formatBytes(file.bytes)}</span>
      {children}
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
