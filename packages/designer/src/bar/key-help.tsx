import { Popover } from 'antd'
import { useState } from 'react'
import { useTexts, type TextKey } from '../texts/use-texts.ts'
import { ToolButton } from './tool-button.tsx'

interface KeyLine {
  readonly keys: string
  readonly text: TextKey
}

const groups: readonly { readonly title: TextKey; readonly lines: readonly KeyLine[] }[] = [
  {
    title: 'keys.choose',
    lines: [
      { keys: '↑ ↓', text: 'keys.walk' },
      { keys: 'Enter', text: 'keys.select' },
      { keys: 'Shift ↑ ↓', text: 'keys.range' },
      { keys: 'Ctrl Click', text: 'keys.more' },
      { keys: 'Ctrl A', text: 'keys.section' },
      { keys: 'Esc', text: 'keys.one' },
    ],
  },
  {
    title: 'keys.change',
    lines: [
      { keys: 'Alt ↑ ↓', text: 'keys.move' },
      { keys: 'Ctrl D', text: 'keys.duplicate' },
      { keys: 'Ctrl C · X · V', text: 'keys.clipboard' },
      { keys: 'Delete', text: 'keys.remove' },
      { keys: 'Ctrl Z · Ctrl Shift Z', text: 'keys.undo' },
    ],
  },
  { title: 'keys.carry', lines: [{ keys: 'Space · ↑ ↓ · Space', text: 'keys.carryHow' }] },
]

const isApple = (): boolean => /Mac|iP(?:hone|ad)/.test(navigator.userAgent)

/** Keys as they are printed on this computer. */
const named = (keys: string): string =>
  isApple() ? keys.replaceAll('Ctrl', '⌘').replaceAll('Alt', '⌥').replaceAll('Shift', '⇧') : keys

function KeyTable() {
  const t = useTexts()
  return (
    <div className="pwd-keys">
      {groups.map(({ title, lines }) => (
        <section key={title}>
          <h3>{t(title)}</h3>
          <dl>
            {lines.map(({ keys, text }) => (
              <div key={text}>
                <dt>
                  <kbd>{named(keys)}</kbd>
                </dt>
                <dd>{t(text)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}

/** What the keyboard does on the canvas, as a list to look up. */
export function KeyHelp() {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      content={<KeyTable />}
    >
      <span>
        <ToolButton icon="question" label={t('keys.title')} pressed={open} onClick={() => setOpen(!open)} />
      </span>
    </Popover>
  )
}
