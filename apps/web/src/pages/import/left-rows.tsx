import { Button } from 'antd'
import { useText } from '../../texts/use-text.ts'
import { PreviewTable } from './preview-table.tsx'
import type { JobStepProps } from './step-props.ts'
import { useImportRows } from './use-import-rows.ts'
import { useImportText } from './use-import-text.ts'

/** Rows that stayed out because they probably were there already, each with what it looks like. */
export function LeftRows(props: JobStepProps) {
  const text = useText()
  const own = useImportText()
  const { pages, rows, titles } = useImportRows(props.job, 'left')
  const label = own('leftTitle', { count: props.job.left })
  return (
    <>
      <h2 className="import-heading">{label}</h2>
      <PreviewTable {...props} rows={rows} titles={titles} loading={pages.isPending} label={label} />
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {text('importMoreRows')}
        </Button>
      )}
    </>
  )
}
