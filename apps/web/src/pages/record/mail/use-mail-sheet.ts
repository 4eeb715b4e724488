import { ProblemError, type FieldProblem, type RecordAnswer } from '@pipewright/contract'
import { useRenderer } from '@pipewright/renderer'
import type { Form } from '@pipewright/schemas'
import { useSay } from '@pipewright/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../../queries/client.ts'
import { refreshRecords } from '../../../queries/records.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { useMailDraft, type MailDraft } from './mail-draft.ts'
import { useMailText } from './use-mail-text.ts'

export interface MailSheetProps {
  readonly form: Form
  readonly record: RecordAnswer
  readonly onClose: () => void
  readonly onNote: () => void
}

/** Parts of a mail about which the server may say something. */
export type MailPart = 'to' | 'cc' | 'subject' | 'text' | 'files'

/** Where a mail from the record begins: whom it may be written to, and how it goes out. */
export function useMailStart(form: string, id: string) {
  const { workspace } = useWorkspace()
  return useQuery({
    queryKey: ['mail-start', workspace.key, form, id],
    queryFn: () => client.call('getMailStart', { params: { workspace: workspace.key, form, id } }),
    staleTime: 0,
  })
}

/** The state of the sheet; what is written outlives it until it is sent. */
export function useMailSheet({ form, record, onClose }: MailSheetProps) {
  const { workspace } = useWorkspace()
  const { me } = useRenderer()
  const say = useText()
  const t = useMailText()
  const { message } = useSay()
  const queries = useQueryClient()
  const start = useMailStart(form.key, record.id)
  const known = start.data?.known ?? []
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
    if (busy) return
    setBusy(true)
    const { sending, to, cc, files, ...rest } = draft
    try {
      await client.call('sendRecordMail', {
        params: { workspace: workspace.key, form: form.key, id: record.id },
        body: { ...rest, to: [...to], cc: [...cc], files: [...files] },
        ...(sending === '' ? {} : { idempotencyKey: sending }),
      })
      message.success(t('laidBy'))
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
  const wrong = (part: MailPart) =>
    errors.find(({ pointer }) => pointer === `/${part}` || pointer.startsWith(`/${part}/`))?.message
  return { start, known, draft, write, busy, send, wrong }
}
