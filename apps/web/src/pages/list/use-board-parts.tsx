import { EmptyList } from './empty-list.tsx'
import type { ListProps } from './list-props.ts'
import { useCreateWith } from './use-create-with.ts'
import { useFolded } from './use-folded.ts'
import { useMoveCard } from './use-move-card.ts'
import { useOpenRecord } from './use-open-record.ts'

/** What boards with lanes and without have in common. */
export function useBoardParts({ form, view, address, onAddress }: ListProps) {
  const onMove = useMoveCard(form.key)
  const onOpen = useOpenRecord(form)
  const onCreate = useCreateWith(form)
  const [folded, onFold] = useFolded({ form: form.key, view: view.key })
  return {
    form: form.key,
    columns: view.columns,
    sums: view.sums ?? [],
    onMove,
    onOpen,
    folded,
    onFold,
    ...(onCreate === undefined ? {} : { onCreate }),
    empty: (
      <EmptyList
        form={form}
        filtered={address.filter !== null || address.search !== ''}
        onClear={() => onAddress({ filter: null, search: '' })}
      />
    ),
  }
}
