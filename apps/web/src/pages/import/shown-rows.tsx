import type { ImportRowsShown } from '@pipewright/contract'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useText } from '../../texts/use-text.ts'
import type { Decisions, Fate } from './decisions.ts'
import { NotAnswered } from './not-answered.tsx'
import { PreviewTable } from './preview-table.tsx'
import type { JobStepProps } from './step-props.ts'
import { useImportRows } from './use-import-rows.ts'

interface ShownRowsProps extends JobStepProps {
  readonly show: ImportRowsShown
  readonly search?: string
  readonly label: string
  readonly decisions?: Decisions
  readonly onDecide?: (row: number, fate: Fate, record: string | null) => void
}

/** Rows of one kind, page by page; where they are not answered it is said, instead of a table without rows. */
export function ShownRows({ show, search = '', ...props }: ShownRowsProps): ReactNode {
  const text = useText()
  const { pages, rows, titles, again } = useImportRows(props.job, show, search)
  const isKnown = pages.isPending || pages.data !== undefined
  return (
    <>
      {isKnown && (
        <PreviewTable {...props} rows={rows} titles={titles} loading={pages.isPending} bad={show === 'bad'} />
      )}
      <NotAnswered asked={pages} again={again} />
      {pages.hasNextPage && !pages.isError && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {text('importMoreRows')}
        </Button>
      )}
    </>
  )
}
