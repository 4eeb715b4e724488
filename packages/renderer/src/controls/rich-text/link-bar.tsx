import type { Editor } from '@tiptap/core'
import { Button, Input } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import { useTexts } from '../../texts/use-texts.ts'

export interface LinkBarProps {
  readonly editor: Editor
  readonly onDone: () => void
}

/** An address as people type it: without a scheme it is one of the web, or of a mailbox. */
export function asAddress(typed: string): string {
  const text = typed.trim()
  if (/^(https?:\/\/|mailto:|tel:)/i.test(text)) return text
  return /^[^\s@/]+@[^\s@/]+$/.test(text) ? `mailto:${text}` : `https://${text.replace(/^\/+/, '')}`
}

/** Where the chosen words lead; below the toolbar, so that it is where the thumb is. */
export function LinkBar({ editor, onDone }: LinkBarProps) {
  const t = useTexts()
  const before: unknown = editor.getAttributes('link')['href']
  const [address, setAddress] = useState(typeof before === 'string' ? before : '')
  const apply = () => {
    const chain = editor.chain().focus(null, { scrollIntoView: false }).extendMarkRange('link')
    if (address.trim() === '') chain.unsetLink().run()
    else if (editor.state.selection.empty && before === undefined)
      chain
        .insertContent({
          type: 'text',
          text: address.trim(),
          marks: [{ type: 'link', attrs: { href: asAddress(address) } }],
        })
        .run()
    else chain.setLink({ href: asAddress(address) }).run()
    onDone()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') apply()
    else {
      editor.commands.focus(null, { scrollIntoView: false })
      onDone()
    }
  }
  return (
    <div className="pw-rich-link">
      <Input
        size="small"
        autoFocus
        inputMode="url"
        aria-label={t('control.linkAddress')}
        placeholder="https://"
        value={address}
        onChange={(event) => setAddress(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Button size="small" type="primary" onClick={apply}>
        {t('control.linkApply')}
      </Button>
    </div>
  )
}
