import type { FileInfo, FileVersion } from '@pipewright/contract'
import { ErrorNotice, RowsSkeleton } from '@pipewright/ui'
import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useRenderer } from '../../environment/use-renderer.ts'
import { Moment } from '../../formats/moment.tsx'
import { usePreview } from '../../files/use-preview.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { FileEntry } from './file-entry.tsx'

export interface FileVersionsProps {
  readonly file: FileInfo
  readonly read: (id: string) => Promise<readonly FileVersion[]>
  readonly onClose: () => void
}

function VersionList({ versions }: { readonly versions: readonly FileVersion[] }) {
  const { people } = useRenderer()
  const t = useTexts()
  const { show, preview } = usePreview(versions)
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? t('file.somebody')
  return (
    <>
      <ol className="pw-versions">
        {versions.map((one, position) => (
          <li key={one.id}>
            <div className="pw-quiet">
              {t('file.version', { version: one.version ?? 1 })} · {nameOf(one.uploadedBy)} ·{' '}
              <Moment at={one.uploadedAt} />
            </div>
            <ul className="pw-files">
              <FileEntry file={one} onShow={() => show(position)} />
            </ul>
          </li>
        ))}
      </ol>
      {preview}
    </>
  )
}

/** A file and the earlier ones it stands for, newest first: shown and downloaded like any file. */
export function FileVersions({ file, read, onClose }: FileVersionsProps) {
  const t = useTexts()
  const versions = useQuery({ queryKey: ['files', 'versions', file.id], queryFn: () => read(file.id) })
  return (
    <Modal open title={t('file.versions', { name: file.name })} footer={null} onCancel={onClose}>
      {versions.isPending && <RowsSkeleton rows={2} />}
      {versions.isError && <ErrorNotice problem={null} onRetry={() => void versions.refetch()} />}
      {versions.data !== undefined && <VersionList versions={versions.data} />}
    </Modal>
  )
}
