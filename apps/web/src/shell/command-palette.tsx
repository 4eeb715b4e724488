import { SearchOutlined } from '@ant-design/icons'
import { useEffect, useState } from 'react'
import { useText } from '../texts/use-text.ts'
import { PaletteStart, type Begun } from './palette-start.tsx'
import { useLoadedPalette } from './use-loaded-palette.ts'

const keys = navigator.platform.startsWith('Mac') ? '⌘ K' : 'Ctrl K'
const nothing: Begun = { q: '', isEntered: false }

/** The search once it is opened: what takes the first letters until it is loaded, then itself. */
function OpenPalette({ onClose }: { onClose: () => void }) {
  const draw = useLoadedPalette()
  const [begun, setBegun] = useState(nothing)
  const [isComposing, setComposing] = useState(false)
  if (draw === undefined || isComposing)
    return <PaletteStart onType={setBegun} onCompose={setComposing} onClose={onClose} />
  return draw({ begun, onClose })
}

/** Search over everything, also by Ctrl/⌘ K. */
export function CommandPalette() {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <button
        type="button"
        className="shell-search"
        aria-label={`${text('searchAll')} ${keys}`}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
      >
        <SearchOutlined />
        <span>{text('searchAll')}</span> <kbd>{keys}</kbd>
      </button>
      {isOpen && <OpenPalette onClose={() => setOpen(false)} />}
    </>
  )
}
