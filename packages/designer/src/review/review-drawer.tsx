import { ProblemError, type Draft } from '@pipewright/contract'
import { EmptyState, ErrorNotice, RowsSkeleton, useNarrow } from '@pipewright/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Drawer, Tabs } from 'antd'
import { useDesign, useDraftState } from '../environment/design-context.ts'
import { useTexts } from '../texts/use-texts.ts'
import { useApi } from '../environment/api-context.ts'
import { AppFile } from './app-file.tsx'
import { ChangeList } from './change-list.tsx'
import { ProblemList } from './problem-list.tsx'
import { ReviewNotices } from './review-notices.tsx'
import { RevisionList } from './revision-list.tsx'
import { RunningNotice } from './running-notice.tsx'
import { usePublish } from './use-publish.ts'
import { typeChangeKey, useTypeChange } from './use-type-change.ts'

export interface ReviewDrawerProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly onPublished: () => void
}

const impactKey = (workspace: string, { version, published }: Pick<Draft, 'version' | 'published'>) => [
  'designer',
  workspace,
  'impact',
  version,
  published,
]

/** What publishing would do, asked anew for every state of the draft, after everything has arrived. */
function useImpact(open: boolean) {
  const api = useApi()
  const { app, store } = useDesign()
  const { server } = useDraftState()
  return useQuery({
    queryKey: impactKey(app.workspace.key, server),
    enabled: open,
    retry: false,
    gcTime: 0,
    queryFn: async () => {
      await store.settled()
      return api.impact()
    },
  })
}

function ReviewBody({
  publishing,
  open,
}: {
  readonly publishing: ReturnType<typeof usePublish>
  readonly open: boolean
}) {
  const t = useTexts()
  const { server } = useDraftState()
  const impact = useImpact(open)
  const isStale = server.published > server.base
  const running = useTypeChange(open, () => void impact.refetch())
  if (running.is !== null && running.is.state !== 'waiting') return <RunningNotice change={running} />
  if (impact.isError)
    return (
      <ErrorNotice
        problem={impact.error instanceof ProblemError ? impact.error.problem : null}
        onRetry={() => void impact.refetch()}
      />
    )
  if (impact.data === undefined) return <RowsSkeleton />
  const { changes, blocked, problems } = impact.data
  if (changes.length === 0)
    return <EmptyState icon="check-circle" title={t('review.nothing')} text={t('review.nothingText')} />
  return (
    <div className="pwd-review">
      <ReviewNotices publishing={publishing} />
      {running.is !== null && <RunningNotice change={running} />}
      {blocked && (
        <Alert
          type="error"
          showIcon
          title={t('review.blocked')}
          description={problems.length === 0 ? t('review.blockedText') : <ProblemList problems={problems} />}
        />
      )}
      <ChangeList changes={changes} />
      <div className="pwd-review-end">
        <span className="pwd-quiet">{t('review.safe')}</span>
        <Button
          type="primary"
          disabled={blocked || isStale}
          loading={publishing.busy}
          onClick={() => void publishing.publish(impact.data)}
        >
          {t(publishing.busy ? 'review.publishing' : 'review.publish')}
        </Button>
      </div>
    </div>
  )
}

/** The draft as a list of changes with their effects, and the button that puts them in force. */
export function ReviewDrawer({ open, onClose, onPublished }: ReviewDrawerProps) {
  const t = useTexts()
  const narrow = useNarrow()
  const queries = useQueryClient()
  const { app, store } = useDesign()
  const publishing = usePublish({
    onPublished: () => {
      onPublished()
      onClose()
    },
    onChanged: () => void queries.invalidateQueries({ queryKey: ['designer', app.workspace.key, 'impact'] }),
    onConverting: () => void queries.invalidateQueries({ queryKey: typeChangeKey(app.workspace.key) }),
    onMoved: (impact) => queries.setQueryData(impactKey(app.workspace.key, store.state().server), impact),
  })
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={narrow ? '100%' : 520}
      title={t('review.title')}
      destroyOnHidden
    >
      <Tabs
        items={[
          {
            key: 'changes',
            label: t('review.changes'),
            children: <ReviewBody publishing={publishing} open={open} />,
          },
          {
            key: 'revisions',
            label: t('review.revisions'),
            children: (
              <div className="pwd-review">
                <RevisionList onRestored={onClose} />
                <div>
                  <AppFile />
                </div>
              </div>
            ),
          },
        ]}
      />
    </Drawer>
  )
}
