import { Icon, listed, useUiLocale } from '@pipewright/ui'
import { useMailText } from '../pages/record/mail/use-mail-text.ts'
import '../pages/record/mail/mail.css'

/** A mail as it waits to be sent. */
export interface WrittenMail {
  readonly to: readonly string[]
  readonly cc?: readonly string[]
  readonly subject: string
  readonly text: string
  readonly files?: readonly string[]
  readonly next?: string | null
}

/** What a mail is about and whom it goes to, as its line of the timeline says it later. */
export function WaitingMailWords({ mail }: { readonly mail: WrittenMail }) {
  const t = useMailText()
  const locale = useUiLocale()
  const { to, cc = [], subject } = mail
  return (
    <>
      <h4>
        <Icon name="mail" /> {subject}
      </h4>
      <div className="mail-people">
        <span className="pw-quiet">{t('to')}</span> {listed(to, locale)}
      </div>
      {cc.length > 0 && (
        <div className="mail-people">
          <span className="pw-quiet">{t('cc')}</span> {listed(cc, locale)}
        </div>
      )}
    </>
  )
}
