import { ErrorNotice } from '@pipewright/ui'
import { Alert, Button } from 'antd'
import { useDraftState } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { ChangedNotice } from './changed-notice.tsx'
import type { usePublish } from './use-publish.ts'

/** Somebody else was first, something did not go over as it was, or publishing failed. */
export function ReviewNotices({ publishing }: { readonly publishing: ReturnType<typeof usePublish> }) {
  const t = useTexts()
  const read = useLocalized()
  const { server } = useDraftState()
  const { problem, conflicts, moved, busy, carryOver } = publishing
  const isStale =
    server.published > server.base ||
    (problem !== null && problem !== 'lost' && problem.code === 'draft-stale')
  return (
    <>
      {isStale && (
        <Alert
          type="warning"
          showIcon
          title={t('review.stale')}
          description={t('review.staleText')}
          action={
            <Button size="small" loading={busy} onClick={() => void carryOver()}>
              {t('review.carryOver')}
            </Button>
          }
        />
      )}
      {moved !== null && <ChangedNotice effects={moved} />}
      {conflicts.length > 0 && (
        <Alert
          type="info"
          showIcon
          title={t('review.conflicts')}
          description={
            <ul className="pwd-places">
              {conflicts.map((conflict) => (
                <li key={read(conflict)}>{read(conflict)}</li>
              ))}
            </ul>
          }
        />
      )}
      {problem !== null && !isStale && <ErrorNotice problem={problem === 'lost' ? null : problem} />}
    </>
  )
}
