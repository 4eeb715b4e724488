import { Icon } from '@pipewright/ui'
import { Button, Dropdown } from 'antd'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { duplicateRow, insertRow, moveRow, removeRow, type KeyedRows } from './row-changes.ts'
import type { ChangeRows, RowsStep } from './use-item-rows.ts'

export interface ItemRowMenuProps {
  readonly row: number
  readonly count: number
  readonly full: boolean
  readonly change: ChangeRows
}

/** Insert, duplicate, move and remove of one row. */
export function ItemRowMenu({ row, count, full, change }: ItemRowMenuProps) {
  const { newId } = useRenderer()
  const t = useTexts()
  const items = [
    { key: 'above', label: t('control.insertAbove'), icon: <Icon name="plus" />, disabled: full },
    { key: 'below', label: t('control.insertBelow'), icon: <Icon name="plus" />, disabled: full },
    { key: 'duplicate', label: t('control.duplicate'), icon: <Icon name="copy" />, disabled: full },
    { key: 'up', label: t('control.up'), icon: <Icon name="arrow-up" />, disabled: row === 0 },
    { key: 'down', label: t('control.down'), icon: <Icon name="arrow-down" />, disabled: row === count - 1 },
    { key: 'remove', label: t('control.remove'), icon: <Icon name="delete" />, danger: true },
  ]
  const steps: Readonly<Record<string, readonly [(state: KeyedRows) => KeyedRows, RowsStep?]>> = {
    above: [(state) => insertRow(state, row, {}, newId())],
    below: [(state) => insertRow(state, row + 1, {}, newId())],
    duplicate: [(state) => duplicateRow(state, row, newId()), 'duplicate'],
    up: [(state) => moveRow(state, row, -1), 'move'],
    down: [(state) => moveRow(state, row, 1), 'move'],
    remove: [(state) => removeRow(state, row), 'remove'],
  }
  return (
    <Dropdown
      autoFocus
      trigger={['click']}
      menu={{
        items,
        onClick: ({ key }) => {
          const step = steps[key]
          if (step !== undefined) change(...step)
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
