import { ProblemError, type AlikeGroup } from '@pipewright/contract'
import { matchRulesOf } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { EmptyState, ErrorNotice, RowsSkeleton } from '@pipewright/ui'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { AlikeGroupCard } from './alike-group-card.tsx'
import { PartlyMarked } from './partly-marked.tsx'
import { useDuplicateText } from './use-duplicate-text.ts'
import { useDuplicates, type Sure } from './use-duplicates.ts'

/** Groups of records that look the same, page by page. */
export function AlikeGroups({ form }: { readonly form: Form }) {
  const text = useDuplicateText()
  const [sure, setSure] = useState<Sure>('likely')
  const [partly, setPartly] = useState<AlikeGroup['records']>([])
  const found = useDuplicates(form.key, sure)
  const groups = found.data?.pages.flatMap((page) => page.groups) ?? []
  const records = found.data?.pages[0]?.records ?? 0
  const hasPossible = matchRulesOf(form).some((rule) => rule.sure === 'possible')
  return (
    <>
      <p className="quiet">{text('hint')}</p>
      <div className="alike-tools">
        {hasPossible && (
          <Segmented<Sure>
            aria-label={text('which')}
            value={sure}
            onChange={setSure}
            options={[
              { value: 'likely', label: text('likely') },
              { value: 'possible', label: text('possible') },
            ]}
          />
        )}
        <span className="quiet" role="status">
          {records > 0 && text('count', { count: records })}
        </span>
      </div>
      {found.isPending && <RowsSkeleton />}
      {found.isError && (
        <ErrorNotice
          problem={found.error instanceof ProblemError ? found.error.problem : null}
          onRetry={() => void found.refetch()}
        />
      )}
      {found.isSuccess && groups.length === 0 && !found.hasNextPage && (
        <EmptyState
          icon="check"
          title={text('none')}
          text={text(hasPossible && sure === 'likely' ? 'nonePossible' : 'noneHint')}
        />
      )}
      {partly.length > 0 && (
        <PartlyMarked
          key={partly.map(({ id }) => id).join()}
          form={form.key}
          records={partly}
          onUndone={() => setPartly([])}
        />
      )}
      {groups.map((group) => (
        <AlikeGroupCard key={group.records[0]?.id} form={form} group={group} onPartly={setPartly} />
      ))}
      {found.hasNextPage && (
        <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {text('more')}
        </Button>
      )}
    </>
  )
}
