import type { PublicSent } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { useUiLocale } from '@pipewright/ui'
import { Button, Typography } from 'antd'
import { usePublicText } from './use-public-text.ts'

/** After sending: thanks, and the way back to the answer where the page gives one. */
export function PublicThanks(props: {
  readonly sent: PublicSent
  readonly onAnother: (() => void) | undefined
}) {
  const { sent, onAnother } = props
  const t = usePublicText()
  const locale = useUiLocale()
  const link = sent.answerLink === undefined ? undefined : `${location.origin}${sent.answerLink}`
  return (
    <div role="status">
      <p className="public-intro">{localize(sent.thanks, locale) || t('thanksHint')}</p>
      {link !== undefined && (
        <p>
          {t('keepLink')}
          <br />
          <Typography.Link href={link} className="public-link" copyable={{ text: link }}>
            {t(sent.mayChange === true ? 'ownAnswer' : 'seeAnswer')}
          </Typography.Link>
        </p>
      )}
      {onAnother !== undefined && <Button onClick={onAnother}>{t('another')}</Button>}
    </div>
  )
}
