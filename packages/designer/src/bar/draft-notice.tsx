import { Icon, listed } from '@pipewright/ui'
import { Alert, Button } from 'antd'
import { describeStep } from '../draft/describe-step.ts'
import type { Unapplied } from '../draft/step.ts'
import { useDesign, useDraftState } from '../environment/design-context.ts'
import { useTexts } from '../texts/use-texts.ts'

function UnappliedStep({ unapplied }: { readonly unapplied: Unapplied }) {
  const t = useTexts()
  const { locale, edit } = useDesign()
  const { step, reason } = unapplied
  return (
    <li>
      {listed(describeStep(step, locale), locale, 'sentences') || t('bar.aChange')}
      {reason !== null && <span className="pwd-quiet"> – {reason}</span>}{' '}
      <Button size="small" type="link" onClick={() => edit(...step.edits)}>
        {t('bar.applyAgain')}
      </Button>
    </li>
  )
}

/** What happened to the draft that a person must know: a lost connection, changes that are not in it. */
export function DraftNotice() {
  const t = useTexts()
  const { store } = useDesign()
  const { connected, notice, unapplied, waiting } = useDraftState()
  return (
    <>
      {!connected && (
        <Alert
          banner
          type="warning"
          showIcon
          icon={<Icon name="warning" />}
          title={t('bar.lostBanner', { count: waiting.length })}
        />
      )}
      {notice !== null && (
        <Alert
          banner
          type="warning"
          showIcon
          icon={<Icon name="info" />}
          title={t(notice === 'conflict' ? 'bar.conflict' : 'bar.refused')}
          description={
            unapplied.length > 0 && (
              <>
                {t('bar.notApplied')}
                <ul className="pwd-places">
                  {unapplied.map((one, position) => (
                    <UnappliedStep key={position} unapplied={one} />
                  ))}
                </ul>
              </>
            )
          }
          closable={{ onClose: () => store.dismiss() }}
        />
      )}
    </>
  )
}
