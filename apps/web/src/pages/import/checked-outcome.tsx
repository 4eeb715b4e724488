import type { Import } from '@pipewright/contract'
import { Alert } from 'antd'
import { useText } from '../../texts/use-text.ts'
import { outcomes } from './record-keys.ts'
import { useCounted } from './use-counted.ts'
import { useImportText } from './use-import-text.ts'

/** How many rows come in, and what becomes of the others. */
export function CheckedOutcome({ job }: { readonly job: Import }) {
  const text = useText()
  const own = useImportText()
  const counted = useCounted(job)
  const { coming, made, changed, same } = outcomes(job)
  const notes = [
    ...(job.lines === 0 ? [] : [own('linesOutcome', { records: job.records, count: job.lines })]),
    ...(job.writes.mode === 'create' && job.changed === 0
      ? []
      : [text('importOutcome', { made, changed, same })]),
    ...(job.left === 0 ? [] : [own('left', { count: job.left })]),
    ...(job.bad === 0
      ? []
      : [
          counted('importBad', job.bad),
          job.lines === 0 ? text('importAllOrNothing') : own('recordsAllOrNothing'),
        ]),
  ]
  return (
    <Alert
      type={job.bad === 0 ? 'success' : 'warning'}
      showIcon
      title={counted('importGood', coming)}
      description={notes.length === 0 ? undefined : notes.join(' ')}
    />
  )
}
