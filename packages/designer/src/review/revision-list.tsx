import { ProblemError } from '@pipewright/contract'
import { ErrorNotice, listed, RowsSkeleton, useSay } from '@pipewright/ui'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useApi } from '../environment/api-context.ts'
import { useDesign, useDraftState } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'

/** Published revisions; each can become the draft again. */
export function RevisionList({ onRestored }: { readonly onRestored: () => void }) {
  const t = useTexts()
  const read = useLocalized()
  const api = useApi()
  const { message } = useSay()
  const { app, store, locale } = useDesign()
  const { server, busy } = useDraftState()
  const list = useQuery({
    queryKey: ['designer', app.workspace.key, 'revisions', server.published],
    queryFn: () => api.revisions(),
  })
  if (list.isError)
    return (
      <ErrorNotice
        problem={list.error instanceof ProblemError ? list.error.problem : null}
        onRetry={() => void list.refetch()}
      />
    )
  if (list.data === undefined) return <RowsSkeleton />
  const date = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: app.member.zone,
  })
  const restore = async (revision: number) => {
    const result = await store.restore(revision)
    if (!result.ok) return message.error(result.problem?.title ?? t('bar.lostLong'))
    message.success(t('review.restored', { revision }))
    onRestored()
  }
  return (
    <ol className="pwd-revisions">
      {list.data.revisions.map((one) => (
        <li key={one.revision}>
          <div className="pwd-row">
            <strong>{t('review.revision', { revision: one.revision })}</strong>
            <span className="pwd-quiet">
              {date.format(new Date(one.at))} ·{' '}
              {app.people.find(({ id }) => id === one.by)?.name ?? t('review.system')}
            </span>
            <span className="pwd-bar-gap" />
            {one.revision !== server.published && (
              <Button size="small" disabled={busy} onClick={() => void restore(one.revision)}>
                {t('review.restore')}
              </Button>
            )}
          </div>
          <div className="pwd-quiet">
            {listed(
              one.changes.slice(0, 3).map((change) => read(change)),
              locale,
              'sentences',
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
