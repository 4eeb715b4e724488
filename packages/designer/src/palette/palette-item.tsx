import { Icon } from '@pipewright/ui'
import { Tooltip } from 'antd'
import { memo } from 'react'
import { dragId } from '../dnd/drag-context.ts'
import { useDragSource, type DragSource } from '../dnd/use-drag-source.ts'
import type { Dragged } from '../dnd/place-drop.ts'
import { useTexts } from '../texts/use-texts.ts'

export interface PaletteItemProps {
  readonly dragged: Dragged
  readonly icon: string
  readonly label: string
  readonly description: string
  readonly onAdd: (dragged: Dragged) => void
  /** Why it cannot be added now. */
  readonly hindrance?: string
}

type ButtonProps = PaletteItemProps & DragSource

/** Its button; not drawn again because something else is dragged. */
const PaletteButton = memo(
  function PaletteButton(props: ButtonProps) {
    const { dragged, icon, label, description, onAdd, hindrance, ref, pointer, dragging } = props
    const t = useTexts()
    const isHindered = hindrance !== undefined
    return (
      <Tooltip title={hindrance ?? description} placement="right" mouseEnterDelay={0.5}>
        <button
          ref={ref}
          type="button"
          className="pwd-palette-item"
          data-dragging={dragging ? '' : undefined}
          aria-disabled={isHindered}
          aria-label={`${t('palette.add', { type: label })}. ${hindrance ?? description}`}
          onClick={isHindered ? undefined : () => onAdd(dragged)}
          {...pointer}
        >
          <Icon name={icon} />
          <span>{label}</span>
        </button>
      </Tooltip>
    )
  },
  (a, b) =>
    dragId(a.dragged) === dragId(b.dragged) &&
    a.label === b.label &&
    a.hindrance === b.hindrance &&
    a.onAdd === b.onAdd &&
    a.pointer === b.pointer &&
    a.dragging === b.dragging,
)

/** One thing to drag into the form or press. */
export function PaletteItem(props: PaletteItemProps) {
  const source = useDragSource(props.dragged, props.hindrance !== undefined)
  return (
    <li>
      <PaletteButton {...props} {...source} />
    </li>
  )
}
