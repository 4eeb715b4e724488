import type { RecordAnswer } from '@pipewright/contract'
import { lazy, Suspense } from 'react'
import { useShares } from './use-shares.ts'

const SharedWith = lazy(async () => ({ default: (await import('./shared-with.tsx')).SharedWith }))
const ShareDialog = lazy(async () => ({ default: (await import('./share-dialog.tsx')).ShareDialog }))

/** The line and the dialog that say with whom the record is shared. */
export function RecordShares(props: {
  form: string
  record: RecordAnswer
  open: boolean
  onOpen: (open: boolean) => void
}) {
  const { form, record, open, onOpen } = props
  const at = useShares(form, record)
  return (
    <Suspense fallback={null}>
      {at.shares.length > 0 && <SharedWith shares={at.shares} onOpen={() => onOpen(true)} />}
      {open && <ShareDialog record={record} at={at} onClose={() => onOpen(false)} />}
    </Suspense>
  )
}
