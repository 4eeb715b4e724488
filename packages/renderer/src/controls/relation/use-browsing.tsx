import type { RelationField, RelationsField } from '@pipewright/schemas'
import { lazy, Suspense, useState } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import type { ControlProps } from '../field-control.ts'
import type { Picked } from './pick-dialog.tsx'
import { boundFilter } from './use-record-search.ts'

const PickDialog = lazy(async () => ({ default: (await import('./pick-dialog.tsx')).PickDialog }))

/** The list to pick from in a dialog, which comes when it is first asked for. */
export function useBrowsing(
  { field, record }: Pick<ControlProps<RelationField | RelationsField>, 'field' | 'record'>,
  ids: readonly string[],
  pick: (ids: readonly string[]) => void,
) {
  const { titles } = useRenderer()
  const [isOpen, setOpen] = useState(false)
  const take = (picked: readonly Picked[]) => {
    for (const { id, title } of picked) if (title !== '') titles.learn(id, title)
    setOpen(false)
    pick(picked.map(({ id }) => id))
  }
  const dialog = isOpen && (
    <Suspense fallback={null}>
      <PickDialog
        field={field}
        filter={boundFilter(field, record)}
        ids={ids}
        onPick={take}
        onClose={() => setOpen(false)}
      />
    </Suspense>
  )
  return { browse: () => setOpen(true), dialog }
}
