import { Icon } from '@pipewright/ui'
import { Tooltip } from 'antd'
import { useDragSource } from '../dnd/use-drag-source.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { PaletteEntry } from './palette-groups.ts'

export interface PaletteItemProps {
  readonly entry: PaletteEntry
  readonly onAdd: () => void
  /** Why it cannot be added now. */
  readonly hindrance?: string
}

/** One type of field to drag or press. */
export function PaletteItem({ entry, onAdd, hindrance }: PaletteItemProps) {
  const t = useTexts()
  const isHindered = hindrance !== undefined
  const { ref, pointer, dragging } = useDragSource({ kind: 'type', type: entry.type }, isHindered)
  return (
    <li>
      <Tooltip title={hindrance ?? entry.description} placement="right" mouseEnterDelay={0.5}>
        <button
          ref={ref}
          type="button"
          className="pwd-palette-item"
          data-dragging={dragging ? '' : undefined}
          aria-disabled={isHindered}
          aria-label={`${t('palette.add', { type: entry.label })}. ${hindrance ?? entry.description}`}
          onClick={isHindered ? undefined : onAdd}
          {...pointer}
        >
          <Icon name={entry.icon} />
          <span>{entry.label}</span>
        </button>
      </Tooltip>
    </li>
  )
}
