import type { RelationField, RelationsField } from '@pipewright/schemas'
import { lazy, Suspense } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import type { ControlProps } from '../field-control.ts'
import type { Picked } from './pick-dialog.tsx'
import { boundFilter } from './use-record-search.ts'

const PickDialog = lazy(async () => ({ default: (await import('./pick-dialog.tsx')).PickDialog }))

interface PickFromListProps {
  readonly field: RelationField | RelationsField
  readonly record: ControlProps['record']
  /** Picked so far. */
  readonly ids: readonly string[]
  readonly onPick: (ids: readonly string[]) => void
  readonly onClose: () => void
}

/** The list to pick from in a dialog, which comes when it is first asked for; titles of what is picked are known then. */
export function PickFromList({ field, record, ids, onPick, onClose }: PickFromListProps) {
  const { titles } = useRenderer()
  const take = (picked: readonly Picked[]) => {
    for (const { id, title } of picked) if (title !== '') titles.learn(id, title)
    onClose()
    onPick(picked.map(({ id }) => id))
  }
  return (
    <Suspense fallback={null}>
      <PickDialog
        field={field}
        filter={boundFilter(field, record)}
        ids={ids}
        onPick={take}
        onClose={onClose}
      />
    </Suspense>
  )
}
