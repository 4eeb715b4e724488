import { Icon } from '@pipewright/ui'
import { Button, Dropdown } from 'antd'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { duplicateRow, moveRow, removeRow, type KeyedRows } from './row-changes.ts'

export interface ItemRowMenuProps {
  readonly row: number
  readonly count: number
  readonly full: boolean
  readonly change: (step: (state: KeyedRows) => KeyedRows) => void
}

/** Duplicate, move and remove of one row. */
export function ItemRowMenu({ row, count, full, change }: ItemRowMenuProps) {
  const { newId } = useRenderer()
  const t = useTexts()
  const items = [
    { key: 'duplicate', label: t('control.duplicate'), icon: <Icon name="copy" />, disabled: full },
    { key: 'up', label: t('control.up'), icon: <Icon name="arrow-up" />, disabled: row === 0 },
    { key: 'down', label: t('control.down'), icon: <Icon name="arrow-down" />, disabled: row === count - 1 },
    { key: 'remove', label: t('control.remove'), icon: <Icon name="delete" />, danger: true },
  ]
  const steps: Readonly<Record<string, (state: KeyedRows) => KeyedRows>> = {
    duplicate: (state) => duplicateRow(state, row, newId()),
    up: (state) => moveRow(state, row, -1),
    down: (state) => moveRow(state, row, 1),
    remove: (state) => removeRow(state, row),
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        onClick: ({ key }) => {
          const step = steps[key]
          if (step !== undefined) change(step)
        },
      }}
    >
      <Button
        type="text"
        size="small"
        aria-label={t('control.rowMenu', { row: row + 1 })}
        icon={<Icon name="more" />}
      />
    </Dropdown>
  )
}
