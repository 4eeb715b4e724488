import { useDropZone } from '../board/use-drop-zone.ts'
import { useTexts } from '../texts/use-texts.ts'

/** Where a record is dropped that is to lie under no other one; there while something is dragged. */
export function TopZone({ onDropCard }: { readonly onDropCard: (id: string) => void }) {
  const t = useTexts()
  const { over, zone } = useDropZone(true, onDropCard)
  return (
    <div className={`pw-tree-top${over ? ' pw-over' : ''}`} {...zone}>
      {t('tree.dropTop')}
    </div>
  )
}
