import { Icon } from '@pipewright/ui'
import { Tooltip } from 'antd'
import { useDragSource } from '../dnd/use-drag-source.ts'
import type { Dragged } from '../dnd/place-drop.ts'
import { useTexts } from '../texts/use-texts.ts'

export interface PaletteItemProps {
  readonly dragged: Dragged
  readonly icon: string
  readonly label: string
  readonly description: string
  readonly onAdd: () => void
  /** Why it cannot be added now. */
  readonly hindrance?: string
}

/** One thing to drag into the form or press. */
export function PaletteItem(props: PaletteItemProps) {
  const { dragged, icon, label, description, onAdd, hindrance } = props
  const t = useTexts()
  const isHindered = hindrance !== undefined
  const { ref, pointer, dragging } = useDragSource(dragged, isHindered)
  return (
    <li>
      <Tooltip title={hindrance ?? description} placement="right" mouseEnterDelay={0.5}>
        <button
          ref={ref}
          type="button"
          className="pwd-palette-item"
          data-dragging={dragging ? '' : undefined}
          aria-disabled={isHindered}
          aria-label={`${t('palette.add', { type: label })}. ${hindrance ?? description}`}
          onClick={isHindered ? undefined : onAdd}
          {...pointer}
        >
          <Icon name={icon} />
          <span>{label}</span>
        </button>
      </Tooltip>
    </li>
  )
}
