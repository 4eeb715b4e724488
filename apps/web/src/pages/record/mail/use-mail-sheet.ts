import { ProblemError, type FieldProblem, type RecordAnswer } from '@pipewright/contract'
import { useRenderer } from '@pipewright/renderer'
import type { Form } from '@pipewright/schemas'
import { useSay } from '@pipewright/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../../queries/client.ts'
import { isLost } from '../../../queries/connection.ts'
import { refreshRecords } from '../../../queries/records.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { useMailDraft, type MailDraft } from './mail-draft.ts'
import { useLacking, wrongIn } from './use-lacking.ts'
import { useMailStart } from './use-mail-start.ts'
import { useMailText } from './use-mail-text.ts'

export interface MailSheetProps {
  readonly form: Form
  readonly record: RecordAnswer
  readonly onClose: () => void
  readonly onNote: () => void
}

/** The state of the sheet; what is written outlives it until it is sent. */
export function useMailSheet({ form, record, onClose }: MailSheetProps) {
  const { workspace } = useWorkspace()
  const { me } = useRenderer()
  const say = useText()
  const t = useMailText()
  const { message } = useSay()
  const queries = useQueryClient()
  const lackingIn = useLacking()
  const { start, known, isAway } = useMailStart(form, record)
  const own = known.filter((one) => one.record === record.id)
  const [first] = own.length > 0 ? own : known.length === 1 ? known : []
  const { draft, change, clear } = useMailDraft(`${me}.${record.id}`, first ? [first.address] : [])
  const [errors, setErrors] = useState<readonly FieldProblem[]>([])
  const [busy, setBusy] = useState(false)
  const write = (changes: Partial<MailDraft>) => {
    setErrors([])
    change(changes)
  }
  async function send(): Promise<void> {
    const lacking = lackingIn(draft)
    setErrors(lacking)
    if (busy || lacking.length > 0) return
    setBusy(true)
    const { sending, to, cc, files, ...rest } = draft
    try {
      await client.call('sendRecordMail', {
        params: { workspace: workspace.key, form: form.key, id: record.id },
        body: { ...rest, to: [...to], cc: [...cc], files: [...files] },
        ...(sending === '' ? {} : { idempotencyKey: sending }),
      })
      message.success(t(isLost() ? 'laidByHere' : 'laidBy'))
      clear()
      onClose()
      void refreshRecords(queries)
    } catch (error) {
      const problem = error instanceof ProblemError ? error.problem : undefined
      if (problem?.errors !== undefined) setErrors(problem.errors)
      else message.error(problem?.title ?? say('offline'))
    } finally {
      setBusy(false)
    }
  }
  return { start, isAway, known, draft, write, busy, send, wrong: wrongIn(errors) }
}
