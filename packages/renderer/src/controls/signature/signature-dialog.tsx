import { Button, Modal, Segmented } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { drawName } from './sign-paper.ts'
import { TypedName } from './typed-name.tsx'
import { usePen } from './use-pen.ts'

export interface SignatureDialogProps {
  readonly title: string
  readonly onSigned: (file: File) => void
  readonly onCancel: () => void
}

function takePicture(paper: HTMLCanvasElement | null, onSigned: (file: File) => void): void {
  paper?.toBlob((blob) => {
    if (blob !== null) onSigned(new File([blob], 'signature.png', { type: 'image/png' }))
  }, 'image/png')
}

/** Paper to sign on: with finger, pen or mouse, or by typing one's name. */
export function SignatureDialog({ title, onSigned, onCancel }: SignatureDialogProps) {
  const t = useTexts()
  const [paper, setPaper] = useState<HTMLCanvasElement | null>(null)
  const [way, setWay] = useState<'draw' | 'type'>('draw')
  const [name, setName] = useState('')
  const pen = usePen(paper, way === 'draw')
  const isEmpty = way === 'draw' ? pen.isEmpty : name.trim() === ''
  const clear = () => {
    pen.clear()
    setName('')
  }
  return (
    <Modal
      open
      title={title}
      width="min(640px, 96vw)"
      onCancel={onCancel}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={clear}>{t('control.signClear')}</Button>
          <Button type="primary" disabled={isEmpty} onClick={() => takePicture(paper, onSigned)}>
            {t('control.signTake')}
          </Button>
        </>
      }
    >
      <div className="pw-sign">
        <Segmented
          block
          aria-label={t('control.signWay')}
          value={way}
          options={(['draw', 'type'] as const).map((value) => ({ value, label: t(`control.sign_${value}`) }))}
          onChange={(next) => {
            clear()
            setWay(next)
          }}
        />
        {way === 'type' && (
          <TypedName
            name={name}
            onName={(next) => {
              setName(next)
              if (paper !== null) drawName(paper, next)
            }}
          />
        )}
        <canvas
          ref={setPaper}
          className="pw-sign-canvas"
          role="img"
          aria-label={way === 'draw' ? t('control.signHere') : t('control.signPreview', { name })}
        />
      </div>
    </Modal>
  )
}
