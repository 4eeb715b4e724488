import type { RelationField, RelationsField } from '@pipewright/schemas'
import { useState } from 'react'
import type { ControlProps } from '../field-control.ts'
import { PickFromList } from './pick-from-list.tsx'

/** The list to pick from in a dialog, and how it is opened. */
export function useBrowsing(
  { field, record }: Pick<ControlProps<RelationField | RelationsField>, 'field' | 'record'>,
  ids: readonly string[],
  pick: (ids: readonly string[]) => void,
) {
  const [isOpen, setOpen] = useState(false)
  const dialog = isOpen && (
    <PickFromList field={field} record={record} ids={ids} onPick={pick} onClose={() => setOpen(false)} />
  )
  return { browse: () => setOpen(true), dialog }
}
