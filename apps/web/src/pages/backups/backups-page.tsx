import type { Backups } from '@pipewright/contract'
import { ErrorNotice, PageHeader, RowsSkeleton } from '@pipewright/ui'
import { Button } from 'antd'
import { CallNotice } from '../../session/call-notice.tsx'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { BackupList } from './backup-list.tsx'
import { BackupCutOff, BackupNotice, BackupProgress } from './backup-notice.tsx'
import { sizeWords } from './size-words.ts'
import { useBackupText } from './use-backup-text.ts'
import { useBackups } from './use-backups.ts'
import { useMoment } from '../../shell/use-moment.ts'
import './backups.css'

function Facts({ backups, next, kept }: Pick<Backups, 'backups' | 'next' | 'kept'>) {
  const text = useBackupText()
  const moment = useMoment()
  const good = backups.find(({ checked }) => checked !== 'changed')
  const last =
    good === undefined ? text('none') : text('lastIs', { at: moment(good.at), size: sizeWords(good.bytes) })
  return (
    <dl className="backup-facts">
      <dt>{text('last')}</dt>
      <dd>{last}</dd>
      {next !== null && (
        <>
          <dt>{text('next')}</dt>
          <dd>{moment(next)}</dd>
        </>
      )}
      {kept !== null && (
        <>
          <dt>{text('kept')}</dt>
          <dd>{text('keptDays', { ...kept })}</dd>
        </>
      )}
    </dl>
  )
}

function Standing({ backups }: { readonly backups: Backups }) {
  const text = useBackupText()
  return (
    <>
      <p>{text('intro')}</p>
      <BackupNotice {...backups} />
      <BackupCutOff {...backups} />
      {backups.underWay !== null && <BackupProgress underWay={backups.underWay} />}
      {backups.made === 'here' && (
        <>
          <Facts {...backups} />
          <BackupList {...backups} />
          <h2 className="backup-heading">{text('where')}</h2>
          <p>{text('whereText')}</p>
        </>
      )}
    </>
  )
}

/** The backups of the server: how they stand, and one at once. */
export function BackupsPage() {
  const app = useWorkspace()
  const text = useText()
  const t = useBackupText()
  const { known, call, begin } = useBackups()
  const title = text('backups')
  usePageTitle(title)
  if (!app.may.admin) return <NotFoundPage />
  const isMade = known.data?.made === 'here'
  const isUnderWay = known.data?.underWay != null
  return (
    <>
      <PageHeader
        title={title}
        actions={
          isMade && (
            <Button type="primary" loading={call.busy} disabled={isUnderWay} onClick={() => void begin()}>
              {t('now')}
            </Button>
          )
        }
      />
      <div className="page-body backups">
        <CallNotice problem={call.problem} lost={call.lost} />
        {known.isPending && <RowsSkeleton />}
        {known.isError && <ErrorNotice problem={null} onRetry={() => void known.refetch()} />}
        {known.data !== undefined && <Standing backups={known.data} />}
      </div>
    </>
  )
}
