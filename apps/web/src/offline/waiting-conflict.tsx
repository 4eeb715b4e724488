import type { RecordAnswer, Values } from '@pipewright/contract'
import { ConflictDialog } from '@pipewright/renderer'
import { useSay } from '@pipewright/ui'
import { useEffect, useState } from 'react'
import { useText } from '../texts/use-text.ts'
import { currentRecord } from './send-now.ts'
import type { Waiting } from './waiting.ts'
import { waitingStore } from './waiting-store.ts'

export interface ConflictProps {
  readonly entry: Waiting
  readonly onClose: () => void
  readonly onSend: () => Promise<void>
}

/** Others changed the record meanwhile: field by field, mine or theirs. */
export function WaitingConflict({ entry, onClose, onSend }: ConflictProps) {
  const text = useText()
  const { message } = useSay()
  const [theirs, setTheirs] = useState<RecordAnswer | null>(null)
  useEffect(() => {
    currentRecord(entry).then(setTheirs, () => {
      message.error(text('offline'))
      onClose()
    })
    // Asked once, when the dialog opens: who decides decides about what is shown.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [entry.id])
  if (theirs === null) return null
  const merge = async (values: Values, version: number) => {
    onClose()
    if (Object.keys(values).length === 0) return waitingStore.settle(entry.id, (rest) => rest)
    await waitingStore.put({
      ...entry,
      body: { ...entry.body, values, version },
      base: theirs.values,
      key: crypto.randomUUID(),
      tried: null,
      trouble: null,
    })
    await onSend()
    return undefined
  }
  return (
    <ConflictDialog
      form={entry.params['form'] ?? ''}
      base={entry.base ?? {}}
      mine={entry.body['values'] as Values}
      titles={theirs.titles}
      theirs={theirs}
      onCancel={onClose}
      onMerge={(values, version) => void merge(values, version)}
    />
  )
}
