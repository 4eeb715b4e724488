import type { ReactNode } from 'react'
import { useBuilderAt } from '../builders/use-builder-at.ts'
import { useDropSide } from '../dnd/drag-context.ts'
import { useDragSource, type DragSource } from '../dnd/use-drag-source.ts'
import { useIsChosen } from '../environment/design-context.ts'
import { GrabButton } from './grab-button.tsx'
import { useHand } from './canvas-hand.ts'
import { CardMenu } from './card-menu.tsx'

export interface CardPlace {
  readonly section: string
  /** Its place among the items of the section. */
  readonly position: number
  readonly isLast: boolean
  readonly span: number
  readonly columns: number
}

export interface CardFrameProps extends CardPlace {
  /** Key of the field or element. */
  readonly item: string
  readonly children: (card: Pick<DragSource, 'pointer' | 'handle'> & { selected: boolean }) => ReactNode
}

/** The place of an item on the canvas: to select, drag and drop beside. */
export function CardFrame({ item, section, position, isLast, span, columns, children }: CardFrameProps) {
  const selected = useIsChosen(item)
  const other = useBuilderAt(item)
  const drop = useDropSide(section, position, isLast)
  const { ref, pointer, handle, dragging } = useDragSource({ kind: 'field', field: item })
  return (
    <div
      ref={ref}
      className="pwd-field"
      data-item={item}
      data-position={position}
      data-selected={selected ? '' : undefined}
      data-dragging={dragging ? '' : undefined}
      data-drop={drop}
      data-other={other}
      data-line={span === columns ? 'row' : 'column'}
      style={span > 1 ? { gridColumn: `span ${span}` } : undefined}
    >
      {children({ pointer, handle, selected })}
    </div>
  )
}

export interface CardButtonsProps extends Pick<DragSource, 'pointer' | 'handle'> {
  readonly item: string
  readonly label: string
  /** What a screen reader calls the card. */
  readonly name: string
  readonly selected: boolean
}

/** What takes clicks and keys on a card: the whole of it, its handle and its menu. */
export function CardButtons({ item, label, name, selected, pointer, handle }: CardButtonsProps) {
  const hand = useHand()
  return (
    <>
      <button
        type="button"
        className="pwd-field-hit"
        data-card={item}
        aria-pressed={selected}
        aria-label={name}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Shift+ArrowUp Shift+ArrowDown Control+A Control+D Delete"
        onClick={(event) => hand.press(item, event)}
        onKeyDown={(event) => hand.key(item, event)}
        {...pointer}
      />
      <div className="pwd-field-tools">
        <GrabButton name={label} handle={handle} />
        <CardMenu field={item} label={label} />
      </div>
    </>
  )
}
