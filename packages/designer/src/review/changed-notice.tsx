import { Alert } from 'antd'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { ChangedEffect } from './changed-effects.ts'

/** The records were changed between review and publish: what is otherwise now. */
export function ChangedNotice({ effects }: { readonly effects: readonly ChangedEffect[] }) {
  const t = useTexts()
  const read = useLocalized()
  return (
    <Alert
      type="warning"
      showIcon
      title={t('review.moved')}
      description={
        <>
          <p>{t(effects.length === 0 ? 'review.movedOthers' : 'review.movedText')}</p>
          <ul className="pwd-places">
            {effects.map(({ was, now }, position) => (
              <li key={position}>
                {was !== undefined && (
                  <>
                    {t('review.was')} <del>{read(was)}</del>
                  </>
                )}
                {now !== undefined && (
                  <>
                    {t('review.now')} {read(now)}
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      }
    />
  )
}
