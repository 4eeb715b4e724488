import { localize } from '@pipewright/metadata'
import { listed, useUiLocale } from '@pipewright/ui'
import { Skeleton } from 'antd'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useMergePreview } from './use-merge-preview.ts'
import { useMergeText } from './use-merge-text.ts'

interface MergeMovesProps {
  readonly form: string
  readonly survivor: { readonly id: string; readonly title: string }
  readonly others: readonly string[]
}

/** What goes over to the record that stays, counted. */
export function MergeMoves({ form, survivor, others }: MergeMovesProps) {
  const text = useMergeText()
  const locale = useUiLocale()
  const { definition } = useWorkspace()
  const preview = useMergePreview(form, survivor.id, others)
  const found = preview.data
  if (preview.isError) return null
  if (found === undefined) return <Skeleton active title={false} paragraph={{ rows: 1 }} />
  const nameOf = (key: string) =>
    localize(definition.forms.find((one) => one.key === key)?.labelPlural ?? {}, locale)
  const number = new Intl.NumberFormat(locale)
  const parts = [
    ...found.records.map((each) => `${nameOf(each.form)} ${number.format(each.count)}`),
    ...(found.comments > 0 ? [text('comments', { count: found.comments })] : []),
    ...(found.mails > 0 ? [text('mails', { count: found.mails })] : []),
    ...(found.tasks > 0 ? [text('tasks', { count: found.tasks })] : []),
  ]
  const what = listed(parts, locale)
  return (
    <p className="merge-moves" aria-live="polite">
      {parts.length === 0 ? text('movesNothing') : text('moves', { title: survivor.title, what })}{' '}
      <span className="quiet">{text('movesAlso')}</span>
    </p>
  )
}
