import type { FieldProblem } from '@pipewright/contract'
import type { MailDraft } from './mail-draft.ts'
import { useMailText } from './use-mail-text.ts'

/** Parts of a mail about which something may be said. */
export type MailPart = 'to' | 'cc' | 'subject' | 'text' | 'files'

/** What is said of a part. */
export const wrongIn =
  (errors: readonly FieldProblem[]) =>
  (part: MailPart): string | undefined =>
    errors.find(({ pointer }) => pointer === `/${part}` || pointer.startsWith(`/${part}/`))?.message

/** What a mail lacks that can be told without asking: it may have to wait before the server looks at it. */
export function useLacking(): (draft: MailDraft) => FieldProblem[] {
  const t = useMailText()
  const lack = (part: MailPart, message: string): FieldProblem => ({
    pointer: `/${part}`,
    code: 'required',
    message,
  })
  return ({ to, subject, text, files }) => [
    ...(to.length === 0 ? [lack('to', t('needsTo'))] : []),
    ...(subject.trim() === '' ? [lack('subject', t('needsSubject'))] : []),
    ...(text.trim() === '' && files.length === 0 ? [lack('text', t('needsText'))] : []),
  ]
}
