import type { RecordMail } from '@pipewright/contract'
import { listed, useUiLocale } from '@pipewright/ui'
import { useMailText, type MailText } from './use-mail-text.ts'

const codes = ['unclear', 'old', 'no-author', 'no-record', 'no-file', 'refused'] as const

const isCode = (reason: string): reason is (typeof codes)[number] =>
  (codes as readonly string[]).includes(reason)

const whyOf = (t: MailText, reason: string): string =>
  isCode(reason) ? t(`reason_${reason}`) : t('answered', { answer: reason })

/** Why a mail was not sent, and whom it did not reach where it reached others. */
export function MailTrouble({ mail }: { mail: RecordMail }) {
  const t = useMailText()
  const locale = useUiLocale()
  const { missed, reason, state, to, cc } = mail
  if (reason === null || state === 'sent') return null
  const isPart = state === 'failed' && missed.length < to.length + cc.length
  const addresses = listed(
    missed.map(({ address }) => address ?? t('hidden')),
    locale,
  )
  return (
    <p className={state === 'failed' ? 'mail-why mail-wrong' : 'mail-why pw-quiet'}>
      {isPart && `${t('missed', { addresses })} `}
      {whyOf(t, reason)}
    </p>
  )
}
