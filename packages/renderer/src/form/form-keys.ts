import { useEffect, type KeyboardEvent, type RefObject } from 'react'

const composing = 229

/** Enter that an input method or an open list means for itself must not save the form. */
export function keepEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter') return
  const target = event.target as HTMLElement
  const isOurs = event.nativeEvent.isComposing || event.keyCode === composing
  if (isOurs || target.getAttribute('role') === 'combobox' || target.closest('.ant-picker') !== null)
    event.preventDefault()
}

/** Ctrl/⌘ S saves the form that has the focus, or the only one on the page. */
export function useSaveKey(form: RefObject<HTMLFormElement | null>, active: boolean): void {
  useEffect(() => {
    if (!active) return undefined
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      const inside = form.current?.contains(document.activeElement) ?? false
      if (!inside && document.activeElement !== document.body) return
      event.preventDefault()
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      form.current?.requestSubmit()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [form, active])
}
