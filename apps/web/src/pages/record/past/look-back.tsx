import type { RecordAnswer } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { lazy, Suspense } from 'react'

const AsOfDialog = lazy(async () => ({ default: (await import('./as-of-dialog.tsx')).AsOfDialog }))
const FieldHistoryDialog = lazy(async () => ({
  default: (await import('./field-history-dialog.tsx')).FieldHistoryDialog,
}))

/** What one looks back at: the whole record at a moment, or one field over time. */
export type Looking = 'asOf' | 'fieldHistory'

export function LookBack(props: {
  form: Form
  record: RecordAnswer
  looking: Looking | null
  /** The field whose history is shown first. */
  field?: string | null
  onClose: () => void
}) {
  const { looking, field = null, ...dialog } = props
  if (looking === null) return null
  return (
    <Suspense fallback={null}>
      {looking === 'asOf' ? <AsOfDialog {...dialog} /> : <FieldHistoryDialog {...dialog} field={field} />}
    </Suspense>
  )
}
