import type { FileInfo } from '@pipewright/contract'
import { lazy, Suspense, useState, type ReactNode } from 'react'

// What shows files comes with the first of them that is pressed.
const FilePreview = lazy(async () => ({ default: (await import('./file-preview.tsx')).FilePreview }))

/** Shows files of one place large, in place; `preview` has to stand somewhere. */
export function usePreview(files: readonly FileInfo[]): {
  readonly show: (position: number) => void
  readonly preview: ReactNode
} {
  const [shown, setShown] = useState<number | null>(null)
  const preview = shown !== null && (
    <Suspense fallback={null}>
      <FilePreview files={files} shown={shown} onShow={setShown} onClose={() => setShown(null)} />
    </Suspense>
  )
  return { show: setShown, preview }
}
