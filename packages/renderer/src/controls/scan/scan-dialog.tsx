import { Icon } from '@pipewright/ui'
import { Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { readPhoto } from './read-photo.ts'
import { useCamera } from './use-camera.ts'
import { useScanning } from './use-scanning.ts'
import './scan.css'

export interface ScanDialogProps {
  readonly label: string
  readonly onCode: (code: string) => void
  readonly onClose: () => void
}

const words = {
  starting: 'control.scanStarting',
  running: 'control.scanHold',
  none: 'control.scanNoCamera',
} as const

function PhotoButton({ onPhoto }: { readonly onPhoto: (photo: File) => Promise<void> }) {
  const t = useTexts()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        aria-label={t('control.scanPhoto')}
        onChange={(event) => {
          const [photo] = event.target.files ?? []
          event.target.value = ''
          if (photo === undefined) return
          setBusy(true)
          void onPhoto(photo).finally(() => setBusy(false))
        }}
      />
      <Button icon={<Icon name="picture" />} loading={busy} onClick={() => input.current?.click()}>
        {t('control.scanPhoto')}
      </Button>
    </>
  )
}

function Scanner({ onCode }: Pick<ScanDialogProps, 'onCode'>) {
  const t = useTexts()
  const { video, state: camera } = useCamera()
  const [isUnread, setUnread] = useState(false)
  useScanning(video, camera === 'running', onCode)
  return (
    <div className="pw-scan">
      <video ref={video} className="pw-scan-picture" data-camera={camera} muted playsInline />
      <p role="status">{t(isUnread ? 'control.scanNothing' : words[camera])}</p>
      <PhotoButton
        onPhoto={async (photo) => {
          const code = await readPhoto(photo)
          setUnread(code === null)
          if (code !== null) onCode(code)
        }}
      />
    </div>
  )
}

/** The camera looks for a code; a photo of it does where there is no camera. */
export function ScanDialog({ label, onCode, onClose }: ScanDialogProps) {
  return (
    <Modal open title={label} footer={null} width={480} destroyOnHidden onCancel={onClose}>
      <Scanner
        onCode={(code) => {
          navigator.vibrate?.(60)
          onCode(code)
          onClose()
        }}
      />
    </Modal>
  )
}
