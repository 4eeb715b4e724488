import { ProblemError, type FieldProblem } from '@pipewright/contract'
import { ErrorNotice, RowsSkeleton } from '@pipewright/ui'
import { Modal } from 'antd'
import { useState } from 'react'
import { emptyMail, type MailDraft } from '../pages/record/mail/mail-draft.ts'
import { MailParts } from '../pages/record/mail/mail-parts.tsx'
import { useLacking, wrongIn } from '../pages/record/mail/use-lacking.ts'
import { useMailStart } from '../pages/record/mail/use-mail-start.ts'
import { useMailText } from '../pages/record/mail/use-mail-text.ts'
import '../pages/record/follow-up/follow-up.css'
import { useRecord } from '../queries/records.ts'
import { useWorkspace } from '../shell/workspace-context.ts'
import { useText } from '../texts/use-text.ts'
import { useKeep, type WaitingEditProps } from './use-keep.ts'
import type { WrittenMail } from './waiting-mail-words.tsx'
import { WaitingMark } from './waiting-mark.tsx'

/** Changes a mail that was written without the server and waits to be sent. */
export function WaitingMail(props: WaitingEditProps) {
  const { entry, onClose } = props
  const { form: key = '', id = '' } = entry.params
  const app = useWorkspace()
  const text = useText()
  const t = useMailText()
  const keep = useKeep(props)
  const lackingIn = useLacking()
  const form = app.definition.forms.find((candidate) => candidate.key === key)
  const record = useRecord(app.workspace.key, key, id)
  const { known } = useMailStart(form, record.data)
  const [draft, setDraft] = useState<MailDraft>({ ...emptyMail, ...(entry.body as unknown as WrittenMail) })
  const [errors, setErrors] = useState<readonly FieldProblem[]>([])
  const save = async () => {
    const lacking = lackingIn(draft)
    setErrors(lacking)
    const { sending: _, ...mail } = draft
    if (lacking.length === 0) await keep(mail)
  }
  return (
    <Modal
      open
      title={t('title', { title: entry.title })}
      okText={text('save')}
      cancelText={text('cancel')}
      onCancel={onClose}
      onOk={() => void save()}
    >
      <p>
        <WaitingMark entry={entry} />
      </p>
      {record.isError && (
        <ErrorNotice
          problem={record.error instanceof ProblemError ? record.error.problem : null}
          onRetry={() => void record.refetch()}
        />
      )}
      {record.isPending && <RowsSkeleton rows={4} />}
      {form !== undefined && record.data !== undefined && (
        <div className="mail-parts">
          <MailParts
            form={form}
            record={record.data}
            known={known}
            draft={draft}
            write={(changes) => setDraft((now) => ({ ...now, ...changes }))}
            wrong={wrongIn(errors)}
            withFiles
          />
        </div>
      )}
    </Modal>
  )
}
