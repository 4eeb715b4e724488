import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'

export interface ScanButtonProps {
  /** What the code is for. */
  readonly label: string
  readonly disabled?: boolean | undefined
  readonly onCode: (code: string) => void
}

const ScanDialog = lazy(async () => ({ default: (await import('./scan-dialog.tsx')).ScanDialog }))

/** Opens the camera to read a bar code or QR code. */
export function ScanButton({ label, disabled = false, onCode }: ScanButtonProps) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  const name = t('control.scan', { label })
  return (
    <>
      <Button
        type="text"
        size="small"
        icon={<Icon name="scan" />}
        aria-label={name}
        title={name}
        disabled={disabled}
        onClick={() => setOpen(true)}
      />
      {open && (
        <Suspense fallback={null}>
          <ScanDialog label={name} onCode={onCode} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
