import type { Form } from '@pipewright/schemas'
import { useSay } from '@pipewright/ui'
import { useEffect } from 'react'
import { useDesign } from '../environment/design-context.ts'
import { selectedFields } from '../environment/selection.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { FieldActions } from '../canvas/use-field-actions.ts'
import { clipFields, readClip } from './field-clip.ts'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

/** A text that is marked somewhere is what the person wants to copy. */
const isMarking = (): boolean => (window.getSelection()?.toString() ?? '') !== ''

const isElsewhere = (event: ClipboardEvent): boolean =>
  isTyping(event.target) ||
  document.querySelector('.ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open') !== null

/** Ctrl/⌘ C, X and V for the chosen fields, through the clipboard of the system: between forms, tabs and workspaces. */
export function useClipboard(form: Form, actions: FieldActions): void {
  const { selected, store } = useDesign()
  const { message } = useSay()
  const t = useTexts()
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      const fields = selectedFields(selected.read())
      if (fields.length === 0 || isElsewhere(event) || isMarking()) return
      const clip = clipFields(store.state().definition, form, fields)
      event.clipboardData?.setData('text/plain', JSON.stringify(clip))
      event.preventDefault()
      if (event.type === 'cut') actions.remove(fields)
      else message.info({ content: t('canvas.copied', { count: fields.length }), key: 'pwd-copied' })
    }
    const paste = (event: ClipboardEvent) => {
      if (isElsewhere(event)) return
      const clip = readClip(event.clipboardData?.getData('text/plain') ?? '')
      if (clip === null) return
      event.preventDefault()
      actions.paste(clip)
    }
    document.addEventListener('copy', copy)
    document.addEventListener('cut', copy)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('cut', copy)
      document.removeEventListener('paste', paste)
    }
  })
}
