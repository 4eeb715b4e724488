import { localize } from '@pipewright/metadata'
import { useNarrow, useUiLocale } from '@pipewright/ui'
import { Button, Drawer } from 'antd'
import { useRef } from 'react'
import { useText } from '../../../texts/use-text.ts'
import { KindChoice } from './kind-choice.tsx'
import { NextChoice } from './next-choice.tsx'
import { useSheet, type FollowUpSheetProps } from './use-sheet.ts'
import './follow-up.css'

/** Notes what was done in a few seconds: words, what it was, when to get back. */
export function FollowUpSheet(props: FollowUpSheetProps) {
  const { record, noted, onClose } = props
  const text = useText()
  const locale = useUiLocale()
  const narrow = useNarrow()
  const box = useRef<HTMLTextAreaElement>(null)
  const { start, kinds, kind, next, busy, choose, save, write, template } = useSheet(props, box)
  const { templates = [], workingDays = false } = noted.log
  return (
    <Drawer
      open
      title={`${localize(noted.form.label, locale)}: ${record.title}`}
      placement={narrow ? 'bottom' : 'right'}
      size={narrow ? 'auto' : 440}
      rootClassName="follow-up"
      onClose={onClose}
      afterOpenChange={(open) => open && box.current?.focus()}
      footer={
        <Button type="primary" size="large" block loading={busy} onClick={() => void save()}>
          {text('followUpSave')}
        </Button>
      }
    >
      <textarea
        ref={box}
        className="follow-up-text"
        aria-label={text('followUpText')}
        placeholder={text('followUpText')}
        defaultValue={start.text}
        rows={4}
        onInput={write}
        onKeyDown={(event) => {
          const sends = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
          if (sends && !event.nativeEvent.isComposing) void save()
        }}
      />
      {templates.length > 0 && (
        <div className="follow-up-chips" role="group" aria-label={text('followUpTemplates')}>
          {templates.map(({ key, label, text: words, kind: of }) => (
            <button key={key} type="button" onClick={() => template(localize(words, locale), of)}>
              {localize(label, locale)}
            </button>
          ))}
        </div>
      )}
      {kinds.length > 0 && (
        <KindChoice options={kinds} value={kind} onChange={(chosen) => choose({ kind: chosen })} />
      )}
      {noted.takesNext && (
        <>
          <h3>{text('followUpNext')}</h3>
          <NextChoice value={next} workingDays={workingDays} onChange={(day) => choose({ next: day })} />
        </>
      )}
    </Drawer>
  )
}
