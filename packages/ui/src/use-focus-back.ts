import { useEffect } from 'react'

/** What comes over the page for a while and takes the focus along when it goes. */
const over = '[role=dialog], [role=menu], [role=listbox], .ant-modal-root, .ant-drawer, .ant-dropdown'

/** Focusing a field again would bring up the keyboard of a phone, which nobody asked for. */
const bringsKeyboard = (element: HTMLElement): boolean =>
  element.matches('input, textarea, [contenteditable]') && window.matchMedia('(pointer: coarse)').matches

/**
 * Leads the focus back to where it stood on the page when what lay over it is taken away at once: the page would otherwise be
 * walked through from its beginning again, since a browser leaves the focus nowhere.
 */
export function useFocusBack(): void {
  useEffect(() => {
    let last: HTMLElement | null = null
    let isOver = false
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return
      isOver = target.closest(over) !== null
      if (!isOver) last = target
    }
    const watch = new MutationObserver((changes) => {
      const isTaken = changes.some(({ removedNodes }) => removedNodes.length > 0)
      if (!isTaken || !isOver || document.activeElement !== document.body) return
      if (last?.isConnected === true && !bringsKeyboard(last)) last.focus({ preventScroll: true })
    })
    document.addEventListener('focusin', note)
    // Dialogs are drawn right below the body.
    watch.observe(document.body, { childList: true })
    return () => {
      document.removeEventListener('focusin', note)
      watch.disconnect()
    }
  }, [])
}
