import { Modal } from 'antd'
import { useText } from '../texts/use-text.ts'
import { PaletteBox } from './palette-box.tsx'
import type { Begun } from './palette-start.tsx'

export interface PaletteDialogProps {
  readonly begun: Begun
  readonly onClose: () => void
}

/** The search over everything, with what was typed before it was there. */
export function PaletteDialog({ begun, onClose }: PaletteDialogProps) {
  const text = useText()
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      title={<span className="pw-hidden-text">{text('searchAll')}</span>}
      width={560}
      className="palette"
    >
      <PaletteBox begun={begun} onDone={onClose} />
    </Modal>
  )
}
