import { Icon } from '@pipewright/ui'
import { Dropdown } from 'antd'
import { useTexts } from '../texts/use-texts.ts'

export interface MoveMenuProps {
  readonly label: string
  /** Undefined at the ends. */
  readonly onUp: (() => void) | undefined
  readonly onDown: (() => void) | undefined
}

/** Moves a row of a list without a mouse. */
export function MoveMenu({ label, onUp, onDown }: MoveMenuProps) {
  const t = useTexts()
  const items = [
    { key: 'up', label: t('canvas.moveUp'), icon: <Icon name="arrow-up" />, act: onUp },
    { key: 'down', label: t('canvas.moveDown'), icon: <Icon name="arrow-down" />, act: onDown },
  ]
  return (
    <Dropdown
      autoFocus
      trigger={['click']}
      menu={{
        items: items.map(({ act, ...item }) => ({
          ...item,
          disabled: act === undefined,
          onClick: () => act?.(),
        })),
      }}
    >
      <button type="button" className="pwd-tool" aria-label={t('canvas.more', { label })}>
        <Icon name="more" />
      </button>
    </Dropdown>
  )
}
