import { Icon } from '@pipewright/ui'
import { useTexts } from '../texts/use-texts.ts'

export interface MoveToolsProps {
  readonly name: string
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

/** Up, down, away. */
export function MoveTools({ name, onMove, onRemove }: MoveToolsProps) {
  const t = useTexts()
  return (
    <>
      <button
        type="button"
        className="pwd-tool"
        aria-label={t('inspector.columnUp', { name })}
        onClick={() => onMove(-1)}
      >
        <Icon name="arrow-up" />
      </button>
      <button
        type="button"
        className="pwd-tool"
        aria-label={t('inspector.columnDown', { name })}
        onClick={() => onMove(1)}
      >
        <Icon name="arrow-down" />
      </button>
      <button
        type="button"
        className="pwd-tool"
        aria-label={t('navigation.remove', { name })}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
    </>
  )
}
