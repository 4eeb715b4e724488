import type { Form } from '@pipewright/schemas'
import { useDesign } from '../environment/design-context.ts'
import { useWatched } from '../environment/watched-value.ts'
import { useTexts } from '../texts/use-texts.ts'
import { describeDrop, nameOfDragged } from './describe-drop.ts'
import type { WatchedDragging } from './drag-context.ts'

/**
 * Says each place to those who listen, as soon as it is another one. What the sensors call a move are pixels: two places one
 * after the other may stand at the same ones, as those of a part that is not drawn yet do.
 */
export function SpokenPlace({ form, dragging }: { readonly form: Form; readonly dragging: WatchedDragging }) {
  const t = useTexts()
  const { locale } = useDesign()
  const now = useWatched(dragging, (value) => value)
  // Where it was taken from is no news; it would be spoken over what says that it is lifted.
  const text =
    now === null || now.isLifted === true
      ? ''
      : `${nameOfDragged(form, now.dragged, locale, t)}: ${describeDrop(form, now.drop, locale, t)}`
  return (
    <div className="pw-hidden-text" role="status" aria-live="assertive" aria-atomic="true">
      {text}
    </div>
  )
}
