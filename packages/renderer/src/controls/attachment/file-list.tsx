import { usePreview } from '../../files/use-preview.tsx'
import { FileEntry } from './file-entry.tsx'
import { ReplaceFile } from './replace-file.tsx'
import { useFiles } from './use-files.ts'
import { VersionMark } from './version-mark.tsx'

export interface FileListProps {
  readonly ids: readonly string[]
  readonly onRemove?: ((id: string) => void) | undefined
  /** Lets another file stand in the place of one. */
  readonly onReplace?: ((id: string, by: File) => void) | undefined
  /** What the file dialog of the browser offers for that. */
  readonly accept?: string | undefined
}

/** Names and sizes of attached files. */
export function FileList({ ids, onRemove, onReplace, accept }: FileListProps) {
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
          >
            <VersionMark file={file} />
            {onReplace !== undefined && (
              <ReplaceFile file={file} accept={accept} onReplace={(by) => onReplace(file.id, by)} />
            )}
          </FileEntry>
        ))}
      </ul>
      {preview}
    </>
  )
}
