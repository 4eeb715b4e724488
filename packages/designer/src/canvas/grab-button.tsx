import { Icon } from '@pipewright/ui'
import type { DragSource } from '../dnd/use-drag-source.ts'
import { useTexts } from '../texts/use-texts.ts'

/** Where a card or section is taken to be moved, also by keyboard. */
export function GrabButton({ name, handle }: Pick<DragSource, 'handle'> & { readonly name: string }) {
  const t = useTexts()
  return (
    <button type="button" className="pwd-tool" data-grab="" aria-label={t('dnd.grab', { name })} {...handle}>
      <Icon name="drag" />
    </button>
  )
}
