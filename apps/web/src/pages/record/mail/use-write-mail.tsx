import { InboxOutlined } from '@ant-design/icons'
import type { RecordAnswer } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { OfferedAction } from '../../../shell/offered-actions.ts'
import { useText } from '../../../texts/use-text.ts'
import type { MenuEntry } from '../use-menu-items.tsx'
import { useMailable } from './use-mailable.ts'

const MailSheet = lazy(async () => ({ default: (await import('./mail-sheet.tsx')).MailSheet }))

const ReceivedMailDialog = lazy(async () => ({
  default: (await import('./received-mail.tsx')).ReceivedMailDialog,
}))

interface WriteMail {
  readonly offered: readonly OfferedAction[]
  readonly button: ReactNode
  /** Adding a mail that came in, for the menu. */
  readonly entries: readonly MenuEntry[]
}

/** Begins a mail from the record, by a button and from the palette; where it is written comes when it is asked for. */
export function useWriteMail(form: Form, record: RecordAnswer, onNote: () => void): WriteMail {
  const text = useText()
  const [open, setOpen] = useState(false)
  const [adding, add] = useState(false)
  if (!useMailable(form, record)) return { offered: [], button: null, entries: [] }
  const title = text('writeMail')
  const begin = () => setOpen(true)
  const button = (
    <>
      <Button icon={<Icon name="mail" />} aria-label={title} title={title} onClick={begin} />
      {open && (
        <Suspense fallback={null}>
          <MailSheet form={form} record={record} onClose={() => setOpen(false)} onNote={onNote} />
        </Suspense>
      )}
      {adding && (
        <Suspense fallback={null}>
          <ReceivedMailDialog form={form.key} id={record.id} onClose={() => add(false)} />
        </Suspense>
      )}
    </>
  )
  const received = {
    key: 'receivedMail',
    sign: 'mail',
    icon: <InboxOutlined />,
    label: text('addReceivedMail'),
    onClick: () => add(true),
  }
  return { entries: [received], offered: [{ key: 'mail', icon: 'mail', title, run: begin }], button }
}
