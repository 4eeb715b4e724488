import { useEffect } from 'react'

/**
 * Enter on an entry of a menu chooses it and does nothing else: where the entry opens a dialog, the same press would
 * go on to the button that has the focus there, which closes the dialog again.
 */
export function useMenuKeys(): void {
  useEffect(() => {
    const hold = (event: KeyboardEvent) => {
      const isEntry = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'menuitem'
      if (event.key === 'Enter' && isEntry) event.preventDefault()
    }
    document.addEventListener('keydown', hold, { capture: true })
    return () => document.removeEventListener('keydown', hold, { capture: true })
  }, [])
}
