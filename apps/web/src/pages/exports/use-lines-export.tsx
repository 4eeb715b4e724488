import type { FormRights } from '@pipewright/contract'
import type { Form, LineItemsField } from '@pipewright/schemas'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { Exported } from './use-export.tsx'

const LinesDialog = lazy(async () => ({ default: (await import('./lines-dialog.tsx')).LinesDialog }))

/** Line items whose lines can be the rows of a file. */
const linesOf = (form: Form, rights: FormRights | undefined): readonly LineItemsField[] =>
  rights?.export === true
    ? form.fields.flatMap((field) =>
        field.type === 'lineItems' && rights.fields[field.key] !== undefined ? [field] : [],
      )
    : []

interface LinesExport {
  /** Whether there are line items to be exported. */
  readonly offered: boolean
  readonly open: () => void
  readonly dialog: ReactNode
}

/** The dialog that asks which line items go along. */
export function useLinesExport(
  form: Form,
  rights: FormRights | undefined,
  exported: () => Exported,
): LinesExport {
  const [isOpen, setOpen] = useState(false)
  const lines = linesOf(form, rights)
  return {
    offered: lines.length > 0,
    open: () => setOpen(true),
    dialog: isOpen && (
      <Suspense>
        <LinesDialog form={form} lines={lines} exported={exported()} onClose={() => setOpen(false)} />
      </Suspense>
    ),
  }
}
