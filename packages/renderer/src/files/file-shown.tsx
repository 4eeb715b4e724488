import type { FileInfo } from '@pipewright/contract'
import { EmptyState } from '@pipewright/ui'
import { Button, Spin } from 'antd'
import { lazy, Suspense, useState, type ComponentType } from 'react'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { FileBodyProps } from './file-body.ts'
import { previewKindOf, type PreviewKind } from './preview-kind.ts'

const MediaBody = lazy(async () => ({ default: (await import('./media-body.tsx')).MediaBody }))

const bodies: Readonly<Record<PreviewKind, ComponentType<FileBodyProps>>> = {
  image: lazy(async () => ({ default: (await import('./image-body.tsx')).ImageBody })),
  pdf: lazy(async () => ({ default: (await import('./pdf-body.tsx')).PdfBody })),
  text: lazy(async () => ({ default: (await import('./text-body.tsx')).TextBody })),
  audio: MediaBody,
  video: MediaBody,
}

/** A file itself; or why it is not shown, and the way to have it all the same. */
export function FileShown({
  file,
  onHeld,
}: {
  readonly file: FileInfo
  readonly onHeld: FileBodyProps['onHeld']
}) {
  const { data } = useRenderer()
  const t = useTexts()
  const kind = previewKindOf(file.type)
  const [why, setWhy] = useState<Parameters<FileBodyProps['onFailed']>[0] | null>(null)
  if (kind === null || why !== null)
    return (
      <EmptyState
        icon="paperclip"
        title={t(why ?? 'file.notShown')}
        text={file.name}
        action={
          <Button type="primary" href={data.fileUrl(file.id)} download={file.name}>
            {t('file.download')}
          </Button>
        }
      />
    )
  const Body = bodies[kind]
  return (
    <Suspense fallback={<Spin />}>
      <Body file={file} onFailed={setWhy} onHeld={onHeld} />
    </Suspense>
  )
}
