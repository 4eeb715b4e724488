import type { RecordAnswer } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { LookBack } from './look-back.tsx'

/** What one field of a record was, opened from where the field stands; the focus goes back there. */
export function useFieldPast(
  form: Form,
  record: RecordAnswer,
): { readonly dialog: ReactNode; readonly open: (field: string) => void } {
  const [field, setField] = useState<string | null>(null)
  const opener = useRef<Element | null>(null)
  useEffect(() => {
    if (field === null && opener.current instanceof HTMLElement) opener.current.focus()
  }, [field])
  const looking = field === null ? null : 'fieldHistory'
  return {
    dialog: <LookBack {...{ form, record, looking, field }} onClose={() => setField(null)} />,
    open: (key) => {
      opener.current = document.activeElement
      setField(key)
    },
  }
}
