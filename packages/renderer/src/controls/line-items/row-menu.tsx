import { Icon, MenuAt } from '@pipewright/ui'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { duplicateRow, insertRow, moveRow, removeRow, type KeyedRows } from './row-changes.ts'
import { RowMenuContext } from './row-menu-context.ts'
import type { ChangeRows, RowsStep } from './use-item-rows.ts'

export interface RowMenuProps {
  readonly count: number
  readonly full: boolean
  readonly change: ChangeRows
  readonly children: ReactNode
}

interface OpenMenuProps extends Omit<RowMenuProps, 'children'> {
  readonly row: number
  readonly button: HTMLElement
  readonly onClose: () => void
}

/** Insert, duplicate, move and remove of one row, at its button. */
function OpenMenu({ row, count, full, change, button, onClose }: OpenMenuProps) {
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
    <MenuAt
      at={button}
      items={items}
      onClose={onClose}
      onChoose={(key) => {
        const step = steps[key]
        if (step !== undefined) change(...step)
      }}
    />
  )
}

/** Holds the menu that the rows inside share. */
export function RowMenu({ children, ...menu }: RowMenuProps) {
  const [at, setAt] = useState<Pick<OpenMenuProps, 'row' | 'button'> | null>(null)
  const open = useCallback((row: number, button: HTMLElement) => setAt({ row, button }), [])
  const close = useCallback(() => setAt(null), [])
  const handle = useMemo(() => ({ row: at?.row ?? null, open }), [at, open])
  return (
    <RowMenuContext value={handle}>
      {children}
      {at !== null && at.row < menu.count && <OpenMenu {...menu} {...at} key={at.row} onClose={close} />}
    </RowMenuContext>
  )
}
