import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { LinkBar } from './link-bar.tsx'
import { richTools } from './rich-text-tools.ts'

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

/** Left and right go from tool to tool; Tab goes on to the text. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key]
  if (step === undefined) return
  const tools = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled)')]
  const at = tools.indexOf(event.target as HTMLElement)
  const next = tools[(at + step + tools.length) % tools.length]
  if (at < 0 || next === undefined) return
  event.preventDefault()
  next.focus()
}

export function RichTextToolbar({ editor, label }: { readonly editor: Editor; readonly label: string }) {
  const t = useTexts()
  const [linking, setLinking] = useState(false)
  const states = useEditorState({
    editor,
    selector: () => ({
      on: Object.fromEntries(richTools.map(({ name, on }) => [name, on?.(editor)])),
      may: Object.fromEntries(richTools.map(({ name, may }) => [name, may?.(editor) ?? true])),
      link: editor.isActive('link'),
    }),
  })
  return (
    <>
      <div
        role="toolbar"
        tabIndex={-1}
        aria-label={t('control.formatting', { label })}
        className="pw-rich-tools"
        onKeyDown={moveFocus}
      >
        {richTools.map(({ name, icon, sign, use }, place) => (
          <Button
            key={name}
            type="text"
            size="small"
            className={states.on[name] === true ? 'pw-rich-on' : ''}
            tabIndex={place === 0 ? 0 : -1}
            aria-label={t(`control.rich_${name}`)}
            title={t(`control.rich_${name}`)}
            aria-pressed={states.on[name]}
            disabled={states.may[name] !== true}
            icon={
              icon === undefined ? <span className="pw-rich-sign" data-sign={sign} /> : <Icon name={icon} />
            }
            // The text keeps its selection.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => use(editor)}
          />
        ))}
        <Button
          type="text"
          size="small"
          className={states.link ? 'pw-rich-on' : ''}
          tabIndex={-1}
          aria-label={t('control.rich_link')}
          title={t('control.rich_link')}
          aria-pressed={states.link}
          aria-expanded={linking}
          icon={<Icon name="link" />}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setLinking((open) => !open)}
        />
      </div>
      {linking && <LinkBar editor={editor} onDone={() => setLinking(false)} />}
    </>
  )
}
