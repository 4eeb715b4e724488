import { useRenderer } from '@pipewright/renderer'
import { Alert, Button } from 'antd'
import { Link } from 'react-router'
import { useWorkspace, workspacePath } from '../../../shell/workspace-context.ts'
import { draftAt } from '../follow-up/follow-up-draft.ts'
import { useFollowUpLog } from '../follow-up/use-follow-up-log.ts'
import type { MailDraft } from './mail-draft.ts'
import { mailtoOf } from './mailto-of.ts'
import type { MailSheetProps } from './use-mail-sheet.ts'
import { useMailText } from './use-mail-text.ts'

/** Says that mails do not go out from here, and leads whoever may change that to where it is set up. */
export function MailOff() {
  const app = useWorkspace()
  const t = useMailText()
  return (
    <Alert
      type="info"
      title={t('off')}
      description={t('offHint')}
      action={
        app.may.admin && (
          <Link className="pw-link" to={workspacePath(app, '/settings')}>
            {t('offAdmin')}
          </Link>
        )
      }
    />
  )
}

/** Writes the mail in the member's own program instead, and notes that it was written. */
export function OwnProgram({ form, record, draft, onClose, onNote }: MailSheetProps & { draft: MailDraft }) {
  const t = useMailText()
  const { me } = useRenderer()
  const noted = useFollowUpLog(form, record)
  const note = () => {
    const { kind, mailKind } = noted?.log ?? {}
    const words = t('noted', { subject: draft.subject }).trim()
    draftAt(`${me}.${record.id}`).keep({
      text: words,
      ...(kind !== undefined && mailKind !== undefined ? { kind: mailKind } : {}),
    })
    onClose()
    onNote()
  }
  return (
    <div className="mail-own">
      <Button type="primary" size="large" block href={mailtoOf(draft)}>
        {t('ownProgram')}
      </Button>
      {noted !== undefined && (
        <Button size="large" block onClick={note}>
          {t('noteIt')}
        </Button>
      )}
    </div>
  )
}
