import type { AlikeGroup } from '@pipewright/contract'
import { CallNotice } from '../../session/call-notice.tsx'
import { MarkedNote } from './marked-note.tsx'
import { useTell } from './use-duplicates.ts'

interface PartlyMarkedProps {
  readonly form: string
  readonly records: AlikeGroup['records']
  readonly onUndone: () => void
}

/** Some records of a group that were told apart, while the others may still look the same. */
export function PartlyMarked({ form, records, onUndone }: PartlyMarkedProps) {
  const { call, together, refresh } = useTell(form)
  const undo = async () => {
    if (!(await together(records.map(({ id }) => id)))) return
    onUndone()
    await refresh()
  }
  return (
    <div className="form-card alike-partly">
      <CallNotice problem={call.problem} lost={call.lost} />
      <MarkedNote records={records} busy={call.busy} onUndo={() => void undo()} />
    </div>
  )
}
