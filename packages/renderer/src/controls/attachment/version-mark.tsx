import type { FileInfo } from '@pipewright/contract'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'

const FileVersions = lazy(async () => ({ default: (await import('./file-versions.tsx')).FileVersions }))

/** Which version of itself a file is; pressed, it shows those before. Nothing for the first. */
export function VersionMark({ file }: { readonly file: FileInfo }) {
  const { data } = useRenderer()
  const t = useTexts()
  const [open, setOpen] = useState(false)
  const { version = 1, name } = file
  const read = data.listFileVersions
  if (version === 1 || read === undefined) return null
  return (
    <>
      <Button
        type="text"
        size="small"
        className="pw-version"
        aria-label={t('file.versionsOf', { name, version })}
        onClick={() => setOpen(true)}
      >
        {t('file.version', { version })}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <FileVersions file={file} read={read} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
