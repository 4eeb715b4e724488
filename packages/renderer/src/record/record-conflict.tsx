import type { RecordAnswer } from '@pipewright/contract'
import { lazy, Suspense } from 'react'
import type { RecordSave } from './use-record-save.ts'

const ConflictDialog = lazy(async () => ({
  default: (await import('../conflict/conflict-dialog.tsx')).ConflictDialog,
}))

export interface RecordConflictProps {
  readonly form: string
  readonly record: RecordAnswer
  readonly saving: RecordSave
  /** What was decided is saved. */
  readonly onMerged: () => void
}

/** Asks, where somebody saved first, field by field; what was typed stays in the form until the decision is saved. */
export function RecordConflict({ form, record, saving, onMerged }: RecordConflictProps) {
  const { conflict, merge, merging, keepEditing } = saving
  if (conflict === null) return null
  return (
    <Suspense fallback={null}>
      <ConflictDialog
        key={conflict.theirs.version}
        form={form}
        base={conflict.base}
        mine={conflict.mine}
        theirs={conflict.theirs}
        titles={record.titles}
        onCancel={keepEditing}
        onMerge={(values, version) => void merge(values, version).then((isSaved) => isSaved && onMerged())}
        {...merging}
      />
    </Suspense>
  )
}
