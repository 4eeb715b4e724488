import { useEffect } from 'react'
import { useMedia } from './theme/theme-mode.ts'

const dialogs = '[role=dialog], .ant-modal-root, .ant-drawer'
/** Come and go so soon that nobody goes back to them. */
const menus = '[role=menu], [role=listbox], .ant-dropdown'

/** Where the focus stood last in a dialog; on the page where that is null. */
interface Place {
  readonly dialog: Element | null
  readonly element: HTMLElement
}

/** A field would bring up the keyboard of a phone, which nobody asked for. */
const isField = (element: HTMLElement): boolean => element.matches('input, textarea, [contenteditable]')

function goBack(places: readonly Place[], spareFields: boolean): void {
  for (const { element } of places.toReversed()) {
    if (spareFields && isField(element)) return
    element.focus({ preventScroll: true })
    // What is hidden does not take it.
    if (document.activeElement === element) return
  }
}

/**
 * Leads the focus back to where it stood, in the dialog below or on the page, when the dialog that has it is taken away at
 * once: the page would otherwise be walked through from its beginning again, since a browser leaves the focus nowhere.
 */
export function useFocusBack(): void {
  const isTouched = useMedia('(pointer: coarse)')
  useEffect(() => {
    let places: readonly Place[] = []
    let current: HTMLElement | null = null
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return
      current = target
      if (target.closest(menus) !== null) return
      const dialog = target.closest(dialogs)
      places = [...places.filter((place) => place.dialog !== dialog), { dialog, element: target }]
    }
    const watch = new MutationObserver(() => {
      places = places.filter(({ element }) => element.isConnected)
      if (document.activeElement !== document.body || current === null || current.isConnected) return
      goBack(places, isTouched)
    })
    document.addEventListener('focusin', note)
    // Dialogs are drawn right below the body.
    watch.observe(document.body, { childList: true })
    return () => {
      document.removeEventListener('focusin', note)
      watch.disconnect()
    }
  }, [isTouched])
}
