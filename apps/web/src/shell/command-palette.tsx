import { SearchOutlined } from '@ant-design/icons'
import { useText } from '../texts/use-text.ts'
import { useEffect, useState } from 'react'
import { Modal } from 'antd'
import { PaletteBox } from './palette-box.tsx'

const mac = navigator.platform.startsWith('Mac')

/** Search over everything, also by Ctrl/⌘ K. */
export function CommandPalette() {
  const text = useText()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setOpen(true)
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <button
        type="button"
        className="shell-search"
        aria-label={text('searchAll')}
        onClick={() => setOpen(true)}
      >
        <SearchOutlined />
        <span>{text('searchAll')}</span>
        <kbd>{mac ? '⌘ K' : 'Ctrl K'}</kbd>
      </button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        footer={null}
        closable={false}
        title={null}
        destroyOnHidden
        width={560}
        aria-label={text('searchAll')}
      >
        <PaletteBox onDone={() => setOpen(false)} />
      </Modal>
    </>
  )
}
