import { localize } from '@pipewright/metadata'
import { useUiLocale } from '@pipewright/ui'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { KindChoice } from '../pages/record/follow-up/kind-choice.tsx'
import { NextChoice } from '../pages/record/follow-up/next-choice.tsx'
import { followUpLogIn } from '../pages/record/follow-up/use-follow-up-log.ts'
import { useKinds } from '../pages/record/follow-up/use-kinds.ts'
import '../pages/record/follow-up/follow-up.css'
import { useWorkspace } from '../shell/workspace-context.ts'
import { useText } from '../texts/use-text.ts'
import { useKeep, type WaitingEditProps } from './use-keep.ts'
import { WaitingMark } from './waiting-mark.tsx'

interface Written {
  readonly text: string
  readonly kind?: string
  readonly next: string | null
}

/** Changes what was noted about a record and waits to be sent. */
export function WaitingFollowUp(props: WaitingEditProps) {
  const { entry, onClose } = props
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const keep = useKeep(props)
  const [written, setWritten] = useState(entry.body as unknown as Written)
  const form = app.definition.forms.find(({ key }) => key === entry.params['form'])
  const noted = form && followUpLogIn(app, form)
  const kinds = useKinds(noted).options
  const change = (changes: Partial<Written>) => setWritten((before) => ({ ...before, ...changes }))
  const words = written.text.trim()
  return (
    <Modal
      open
      title={`${localize(noted?.form.label, locale)}: ${entry.title}`}
      rootClassName="follow-up"
      okText={text('save')}
      cancelText={text('cancel')}
      okButtonProps={{ disabled: words === '' }}
      onCancel={onClose}
      onOk={() => void keep({ ...written, text: words })}
    >
      <p>
        <WaitingMark entry={entry} />
      </p>
      <Input.TextArea
        autoFocus
        aria-label={text('followUpText')}
        autoSize={{ minRows: 4, maxRows: 12 }}
        value={written.text}
        onChange={({ target }) => change({ text: target.value })}
      />
      {kinds.length > 0 && (
        <KindChoice options={kinds} value={written.kind ?? null} onChange={(kind) => change({ kind })} />
      )}
      {noted?.takesNext === true && (
        <>
          <h3>{text('followUpNext')}</h3>
          <NextChoice
            value={written.next}
            workingDays={noted.log.workingDays ?? false}
            onChange={(next) => change({ next })}
          />
        </>
      )}
    </Modal>
  )
}
