import { ProblemError, type BulkJob } from '@pipewright/contract'
import { EmptyState, ErrorNotice, PageHeader, RowsSkeleton, useSay } from '@pipewright/ui'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { FavouriteStar } from '../../places/favourite-star.tsx'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { useTellJob } from '../list/bulk/use-tell-job.tsx'
import { filterOf, readBinAddress, writeBinAddress, type BinAddress } from './bin-filter.ts'
import { BinList } from './bin-list.tsx'
import { BinTools } from './bin-tools.tsx'
import { Keeping } from './keeping.tsx'
import { PurgeDialog } from './purge-dialog.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import { useBin, useRefreshBin } from './use-bin.ts'
import '../list/bulk/bulk.css'
import './bin.css'

function useBinAddress(): [BinAddress, (change: Partial<BinAddress>) => void] {
  const [search, setSearch] = useSearchParams()
  const address = readBinAddress(search)
  return [address, (change) => setSearch(writeBinAddress({ ...address, ...change }), { replace: true })]
}

/** Says what came of few; of many, how far it is. */
function useTold(onDone: () => void): (job: BulkJob) => Promise<void> {
  const app = useWorkspace()
  const text = useText()
  const navigate = useNavigate()
  const refresh = useRefreshBin()
  const { message } = useSay()
  const open = ({ id }: BulkJob) => void navigate(workspacePath(app, `/changes/${id}`))
  const tell = useTellJob(open, () => undefined)
  return async (job) => {
    onDone()
    if (job.state === 'running') return open(job)
    if (job.action.type === 'purge' && job.done > 0) message.success(text('binPurged', { count: job.done }))
    await tell(job)
    await refresh()
  }
}

type Bin = ReturnType<typeof useBin>

function BinBar({ bin, onAsk }: { readonly bin: Bin; readonly onAsk: (what: 'restore' | 'purge') => void }) {
  const app = useWorkspace()
  const text = useText()
  const { rows, ticked } = bin
  const isWhole = rows.length > 0 && rows.every(({ id }) => ticked.has(id))
  const mayPurge = Object.values(app.rights).some(({ purge }) => purge)
  return (
    <div className="bin-bar" role="toolbar" aria-label={text('recycleBin')}>
      <Checkbox
        checked={isWhole}
        indeterminate={!isWhole && ticked.size > 0}
        disabled={rows.length === 0}
        onChange={() => bin.onTick(isWhole ? new Set() : new Set(rows.map(({ id }) => id)))}
      >
        {text('binAll')}
      </Checkbox>
      {isWhole && !bin.isAll && bin.pages.hasNextPage && (
        <Button type="link" onClick={bin.chooseAll}>
          {text('binEverything')}
        </Button>
      )}
      <Button type="primary" disabled={bin.isEmpty} onClick={() => onAsk('restore')}>
        {text('restore')}
      </Button>
      {mayPurge && (
        <Button danger disabled={bin.isEmpty} onClick={() => onAsk('purge')}>
          {text('binPurge')}
        </Button>
      )}
    </div>
  )
}

/** What was deleted in any form: to be found, taken back, or deleted for good. */
export function BinPage() {
  const text = useText()
  const [address, change] = useBinAddress()
  const { zone } = useWorkspace().member
  const [now] = useState(() => new Date().toISOString())
  const filter = filterOf(address, now, zone)
  const bin = useBin(filter)
  const [asked, ask] = useState<'restore' | 'purge' | null>(null)
  const tell = useTold(() => {
    ask(null)
    bin.clear()
  })
  const title = text('recycleBin')
  usePageTitle(title)
  const { pages, rows } = bin
  const problem = pages.error instanceof ProblemError ? pages.error.problem : null
  const isNarrowed = Object.keys(filter).length > 0
  const dialog = {
    selection: bin.selection,
    onBegun: (job: BulkJob) => void tell(job),
    onClose: () => ask(null),
  }
  return (
    <>
      <PageHeader title={title} actions={<FavouriteStar path="/bin" />} />
      <div className="page-body">
        <Keeping days={bin.keepDays} />
        <BinTools address={address} onChange={change} />
        {pages.isPending && <RowsSkeleton />}
        {pages.isError && <ErrorNotice problem={problem} onRetry={() => void pages.refetch()} />}
        {pages.isSuccess && rows.length === 0 && (
          <EmptyState
            icon="delete"
            title={text(isNarrowed ? 'emptyFiltered' : 'binEmpty')}
            {...(isNarrowed ? {} : { text: text('binEmptyHint') })}
          />
        )}
        {rows.length > 0 && (
          <>
            <BinList rows={rows} keepDays={bin.keepDays} ticked={bin.ticked} onTick={bin.onTick} />
            {pages.hasNextPage && (
              <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                {text('binMore')}
              </Button>
            )}
            <BinBar bin={bin} onAsk={ask} />
          </>
        )}
        {asked === 'restore' && <RestoreDialog {...dialog} />}
        {asked === 'purge' && <PurgeDialog {...dialog} />}
      </div>
    </>
  )
}
