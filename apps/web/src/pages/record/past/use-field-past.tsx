import type { RecordAnswer } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { useState, type ReactNode } from 'react'
import { LookBack } from './look-back.tsx'

/** What one field of a record was, opened from where the field stands. */
export function useFieldPast(
  form: Form,
  record: RecordAnswer,
): { readonly dialog: ReactNode; readonly open: (field: string) => void } {
  const [field, setField] = useState<string | null>(null)
  const looking = field === null ? null : 'fieldHistory'
  return {
    dialog: <LookBack {...{ form, record, looking, field }} onClose={() => setField(null)} />,
    open: setField,
  }
}
