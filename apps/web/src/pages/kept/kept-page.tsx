import type { Kept } from '@pipewright/contract'
import { EmptyState, ErrorNotice, PageHeader, RowsSkeleton, useUiLocale } from '@pipewright/ui'
import { Alert } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { CallNotice } from '../../session/call-notice.tsx'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { ClearDialog } from './clear-dialog.tsx'
import { ClearedList } from './cleared-list.tsx'
import { hasTwin, nameOfKept } from './kept-answer.ts'
import { KeptList } from './kept-list.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import { TableCheck } from './table-check.tsx'
import { useKept } from './use-kept.ts'
import './kept.css'

interface Asked {
  readonly item: Kept
  readonly what: 'restore' | 'clear'
}

interface Restored {
  readonly item: Kept
  readonly hasTwin: boolean
}

/** Says that it is in the draft, where to publish it, and what it can be mixed up with. */
function RestoredNotice({ item, hasTwin: isTwin }: Restored) {
  const app = useWorkspace()
  const text = useText()
  const name = nameOfKept(item, useUiLocale())
  const form = item.path.split('.')[0] ?? ''
  return (
    <Alert
      role="status"
      type={isTwin ? 'warning' : 'success'}
      showIcon
      title={text('keptInDraft', { name })}
      description={isTwin ? text('keptTwin', { name }) : undefined}
      action={
        <Link className="kept-publish" to={workspacePath(app, `/design/${form}`)}>
          {text('keptPublish')}
        </Link>
      }
    />
  )
}

/** What removed forms and fields left behind: restore it, or clear it before its time. */
export function KeptPage() {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const [asked, ask] = useState<Asked | null>(null)
  const [restored, tell] = useState<Restored | null>(null)
  const { known, call, restore, clear } = useKept()
  const title = text('keptTitle')
  usePageTitle(title)
  if (!app.may.build) return <NotFoundPage />
  const close = () => ask(null)
  const dialog = asked !== null && {
    item: asked.item,
    busy: call.busy,
    notice: <CallNotice problem={call.problem} lost={call.lost} />,
    onClose: close,
  }
  const bringBack = async (item: Kept, rights: boolean) => {
    const draft = await restore(item, rights)
    if (draft === undefined) return
    tell({ item, hasTwin: hasTwin(draft, item, locale) })
    close()
  }
  return (
    <>
      <PageHeader title={title} />
      <div className="page-body">
        <h2 className="kept-heading">{text('keptRemovedTitle')}</h2>
        <p>{text('keptIntro')}</p>
        {restored !== null && <RestoredNotice {...restored} />}
        {known.isPending && <RowsSkeleton />}
        {known.isError && <ErrorNotice problem={null} onRetry={() => void known.refetch()} />}
        {known.data?.kept.length === 0 && <EmptyState title={text('keptNothing')} />}
        {known.data !== undefined && (
          <>
            <KeptList
              kept={known.data.kept}
              onRestore={(item) => ask({ item, what: 'restore' })}
              onClear={(item) => ask({ item, what: 'clear' })}
            />
            <ClearedList cleared={known.data.cleared} />
            <TableCheck />
          </>
        )}
      </div>
      {dialog !== false && asked?.what === 'restore' && (
        <RestoreDialog {...dialog} onRestore={(rights) => void bringBack(asked.item, rights)} />
      )}
      {dialog !== false && asked?.what === 'clear' && (
        <ClearDialog
          {...dialog}
          onClear={(typed) => void clear(asked.item, typed).then((done) => done && close())}
        />
      )}
    </>
  )
}
