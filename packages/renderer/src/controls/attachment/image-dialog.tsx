import type { FileInfo } from '@pipewright/contract'
import { Icon } from '@pipewright/ui'
import { Button, Modal } from 'antd'
import { useEffect } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'

export interface ImageDialogProps {
  readonly files: readonly FileInfo[]
  readonly shown: number
  readonly onShow: (position: number | null) => void
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

/** One picture as large as the window; the arrow keys and the buttons below go to the next. */
export function ImageDialog({ files, shown, onShow }: ImageDialogProps) {
  const { data } = useRenderer()
  const t = useTexts()
  const file = files[shown]
  const many = files.length > 1
  const go = (by: number) => onShow((shown + by + files.length) % files.length)
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => {
      const by = steps[key]
      if (by !== undefined && many) onShow((shown + by + files.length) % files.length)
    }
    globalThis.addEventListener('keydown', onKeyDown)
    return () => globalThis.removeEventListener('keydown', onKeyDown)
  }, [files.length, many, shown, onShow])
  if (file === undefined) return null
  const footer = (
    <div className="pw-image-foot">
      {many && (
        <>
          <Button aria-label={t('control.imageBefore')} icon={<Icon name="left" />} onClick={() => go(-1)} />
          <span className="pw-numeric">
            {shown + 1} / {files.length}
          </span>
          <Button aria-label={t('control.imageAfter')} icon={<Icon name="right" />} onClick={() => go(1)} />
        </>
      )}
      <a className="pw-link" href={data.fileUrl(file.id)} download={file.name}>
        {t('control.downloadFile', { name: file.name })}
      </a>
    </div>
  )
  return (
    <Modal open title={file.name} width="min(960px, 96vw)" footer={footer} onCancel={() => onShow(null)}>
      <img className="pw-image-large" src={data.fileUrl(file.id)} alt={file.name} />
    </Modal>
  )
}
