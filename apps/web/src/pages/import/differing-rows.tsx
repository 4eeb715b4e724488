import { Alert, Button } from 'antd'
import { CallNotice } from '../../session/call-notice.tsx'
import type { JobStepProps } from './step-props.ts'
import { useCheckAgain } from './use-check-again.ts'
import { useImportText } from './use-import-text.ts'

/** In which columns rows of the same record differ, and what becomes of these: chosen here, all rows are checked again. */
export function DifferingRows(props: JobStepProps) {
  const { differing, writes } = props.job
  const text = useImportText()
  const { call, checkAgain } = useCheckAgain(props)
  if (differing.length === 0) return null
  const firstCounts = writes.differing === 'first'
  const description = (
    <>
      <p className="import-hint">{text(firstCounts ? 'firstHint' : 'differHint')}</p>
      <ul className="import-differing">
        {differing.map(({ column, records, rows }) => (
          <li key={column}>
            {text('differAt', {
              records: text('differColumn', { column, count: records }),
              rows: text('differRows', { count: rows }),
            })}
          </li>
        ))}
      </ul>
      <Button
        loading={call.busy}
        onClick={() =>
          void checkAgain({ writes: { ...writes, differing: firstCounts ? 'refuse' : 'first' } })
        }
      >
        {text(firstCounts ? 'refuseDiffering' : 'takeFirst')}
      </Button>
    </>
  )
  return (
    <>
      <Alert
        type={firstCounts ? 'info' : 'warning'}
        showIcon
        title={text(firstCounts ? 'firstTitle' : 'differTitle')}
        description={description}
      />
      <CallNotice problem={call.problem} lost={call.lost} />
    </>
  )
}
