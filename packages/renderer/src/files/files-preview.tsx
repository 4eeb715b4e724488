import { useState } from 'react'
import { useFiles } from '../controls/attachment/use-files.ts'
import { FilePreview } from './file-preview.tsx'

/** Shows files of which only the ids are known so far. */
export function FilesPreview({
  ids,
  onClose,
}: {
  readonly ids: readonly string[]
  readonly onClose: () => void
}) {
  const files = useFiles(ids)
  const [shown, setShown] = useState(0)
  return <FilePreview files={files} shown={shown} onShow={setShown} onClose={onClose} />
}
