import { Modal } from 'antd'
import { useNarrow } from '@pipewright/ui'
import { useText } from '../texts/use-text.ts'
import { PaletteBox } from './palette-box.tsx'

export function PaletteDialog({ onClose }: { onClose: () => void }) {
  const text = useText()
  const narrow = useNarrow()
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={narrow}
      title={<span className="pw-hidden-text">{text('searchAll')}</span>}
      width={560}
      className="palette"
    >
      <PaletteBox onDone={onClose} />
    </Modal>
  )
}
