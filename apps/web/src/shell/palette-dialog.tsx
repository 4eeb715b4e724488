import { Modal } from 'antd'
import { useText } from '../texts/use-text.ts'
import { PaletteBox } from './palette-box.tsx'

export function PaletteDialog({ onClose }: { onClose: () => void }) {
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
      <PaletteBox onDone={onClose} />
    </Modal>
  )
}
