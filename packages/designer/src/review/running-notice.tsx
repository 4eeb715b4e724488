import { Alert, Button, Progress } from 'antd'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { TypeChangeView } from './use-type-change.ts'

const reasons = {
  'impact-changed': 'review.impactChanged',
  'publish-blocked': 'review.publishBlocked',
  calculation: 'review.calculation',
} as const

/** How far a change of type is that goes on in the background, or why it waits; and the way to cancel it. */
export function RunningNotice({ change }: { readonly change: TypeChangeView }) {
  const t = useTexts()
  const read = useLocalized()
  const { is, cancel, cancelling } = change
  if (is === null) return null
  const { state, reason, done, total, changes } = is
  const isWaiting = state === 'waiting'
  return (
    <Alert
      type={isWaiting ? 'warning' : 'info'}
      showIcon
      title={t(isWaiting ? 'review.waitingTitle' : 'review.convertingTitle')}
      description={
        <div className="pwd-review">
          <span>{t(isWaiting ? reasons[reason ?? 'impact-changed'] : 'review.convertingText')}</span>
          {!isWaiting && (
            <>
              <ul className="pwd-places">
                {changes.map((one) => (
                  <li key={read(one)}>{read(one)}</li>
                ))}
              </ul>
              <Progress
                aria-label={t('review.convertingTitle')}
                percent={total === 0 ? 100 : Math.floor((done / total) * 100)}
                status="active"
              />
              <span>
                {state === 'checking' ? t('review.checking') : t('review.convertingDone', { done, total })}
              </span>
            </>
          )}
          <div>
            <Button loading={cancelling} onClick={() => void cancel()}>
              {t('review.cancelChange')}
            </Button>
          </div>
        </div>
      }
    />
  )
}
