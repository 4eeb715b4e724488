import type { RecordAnswer } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { OfferedAction } from '../../../shell/offered-actions.ts'
import { useText } from '../../../texts/use-text.ts'
import { useMailable } from './use-mailable.ts'

const MailSheet = lazy(async () => ({ default: (await import('./mail-sheet.tsx')).MailSheet }))

interface WriteMail {
  readonly offered: readonly OfferedAction[]
  readonly button: ReactNode
}

/** Begins a mail from the record, by a button and from the palette; where it is written comes when it is asked for. */
export function useWriteMail(form: Form, record: RecordAnswer, onNote: () => void): WriteMail {
  const text = useText()
  const [open, setOpen] = useState(false)
  if (!useMailable(form, record)) return { offered: [], button: null }
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
    </>
  )
  return { offered: [{ key: 'mail', icon: 'mail', title, run: begin }], button }
}
