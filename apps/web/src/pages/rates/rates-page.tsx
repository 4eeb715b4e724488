import type { ExchangeRate } from '@pipewright/contract'
import { workspaceCurrency } from '@pipewright/metadata'
import { ErrorNotice, PageHeader, RowsSkeleton } from '@pipewright/ui'
import { Alert, Button, Flex } from 'antd'
import { useState } from 'react'
import { CallNotice } from '../../session/call-notice.tsx'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { RateDialog } from './rate-dialog.tsx'
import { RateTable } from './rate-table.tsx'
import { homesOf } from './rates-answer.ts'
import { useRates } from './use-rates.ts'

/** What currencies are worth, from which day on. */
export function RatesPage() {
  const app = useWorkspace()
  const text = useText()
  const [open, show] = useState<ExchangeRate | 'new' | 'paste' | null>(null)
  const { known, call, change } = useRates()
  const title = text('exchangeRates')
  usePageTitle(title)
  if (!app.may.manageMembers) return <NotFoundPage />
  const notice = <CallNotice problem={call.problem} lost={call.lost} />
  const homes = homesOf(app.definition)
  const dialog = {
    homes: homes.length === 0 ? [workspaceCurrency(app.definition)] : homes,
    busy: call.busy,
    notice,
    onSave: change,
  }
  return (
    <>
      <PageHeader
        title={title}
        actions={
          <Flex gap={8}>
            <Button onClick={() => show('paste')}>{text('pasteRates')}</Button>
            <Button type="primary" onClick={() => show('new')}>
              {text('addRate')}
            </Button>
          </Flex>
        }
      />
      <div className="page-body page-body-wide">
        {open === null && notice}
        {(known.data?.outdated ?? 0) > 0 && (
          <Alert
            role="status"
            type="info"
            title={text('recalculating', { count: String(known.data?.outdated) })}
          />
        )}
        {known.isPending && <RowsSkeleton />}
        {known.isError && <ErrorNotice problem={null} onRetry={() => void known.refetch()} />}
        {known.data !== undefined && (
          <RateTable rates={known.data.rates} onEdit={show} onRemove={(rate) => void change([], [rate])} />
        )}
      </div>
      {open === 'paste' && <PasteDialog {...dialog} onClose={() => show(null)} />}
      {open !== null && open !== 'paste' && (
        <RateDialog {...dialog} rate={open === 'new' ? null : open} onClose={() => show(null)} />
      )}
    </>
  )
}
