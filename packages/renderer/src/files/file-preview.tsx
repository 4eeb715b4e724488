import type { FileInfo } from '@pipewright/contract'
import { Icon } from '@pipewright/ui'
import { Button, Modal } from 'antd'
import { useEffect, useRef } from 'react'
import { formatBytes } from '../controls/attachment/check-file.ts'
import { useLatest } from '../environment/use-latest.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import { FileShown } from './file-shown.tsx'
import { useSwipe } from './use-swipe.ts'
import './file-preview.css'

export interface FilePreviewProps {
  readonly files: readonly FileInfo[]
  readonly shown: number
  readonly onShow: (position: number) => void
  readonly onClose: () => void
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowRight: 1 }
/** There the arrow keys have another meaning. */
const own = 'audio, video, input, textarea, select'

function useArrows(onStep: (by: 1 | -1) => void): void {
  const step = useLatest(onStep)
  useEffect(() => {
    const onKeyDown = ({ key, target, altKey, ctrlKey, metaKey }: KeyboardEvent) => {
      const by = steps[key]
      if (by === undefined || altKey || ctrlKey || metaKey) return
      if (target instanceof Element && target.closest(own) !== null) return
      step.current(by)
    }
    globalThis.addEventListener('keydown', onKeyDown)
    return () => globalThis.removeEventListener('keydown', onKeyDown)
  }, [step])
}

/** One file of several, as large as the window; arrow keys, buttons and a finger drawn across go to the next. */
export function FilePreview({ files, shown, onShow, onClose }: FilePreviewProps) {
  const { data } = useRenderer()
  const t = useTexts()
  const file = files[shown]
  const isHeld = useRef(false)
  const step = (by: 1 | -1) => {
    if (files.length > 1) onShow((shown + by + files.length) % files.length)
  }
  useArrows(step)
  const swipe = useSwipe((by) => {
    if (!isHeld.current) step(by)
  })
  if (file === undefined) return null
  const footer = (
    <div className="pw-preview-foot">
      {files.length > 1 && (
        <>
          <Button aria-label={t('file.before')} icon={<Icon name="left" />} onClick={() => step(-1)} />
          <span className="pw-numeric">
            {shown + 1} / {files.length}
          </span>
          <Button aria-label={t('file.after')} icon={<Icon name="right" />} onClick={() => step(1)} />
        </>
      )}
      <span className="pw-grow" />
      <span className="pw-quiet">{formatBytes(file.bytes)}</span>
      <Button href={data.fileUrl(file.id)} download={file.name} icon={<Icon name="download" />}>
        {t('file.download')}
      </Button>
    </div>
  )
  return (
    <Modal
      open
      className="pw-preview"
      title={file.name}
      width="min(1200px, 96vw)"
      footer={footer}
      onCancel={onClose}
    >
      <div className="pw-preview-body" {...swipe}>
        <FileShown
          key={file.id}
          file={file}
          onHeld={(held) => {
            isHeld.current = held
          }}
        />
      </div>
    </Modal>
  )
}
