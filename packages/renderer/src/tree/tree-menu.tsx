import type { RecordAnswer } from '@pipewright/contract'
import { Icon } from '@pipewright/ui'
import { Button, Dropdown } from 'antd'
import { useTexts } from '../texts/use-texts.ts'

export interface TreeMenuProps {
  readonly record: RecordAnswer
  readonly isTop: boolean
  readonly movable: boolean
  /** The row has the keyboard: its menu is the next stop. */
  readonly active: boolean
  /** Asks under which record it is to lie. */
  readonly onAsk: () => void
  readonly onTop: () => void
  readonly onCreate: (() => void) | undefined
}

/** What can be done with a record of a tree without dragging it. */
export function TreeMenu({ record, isTop, movable, active, onAsk, onTop, onCreate }: TreeMenuProps) {
  const t = useTexts()
  const entries = [
    { key: 'create', icon: 'plus' as const, label: t('tree.createBelow'), act: onCreate },
    { key: 'move', icon: 'swap' as const, label: t('tree.moveUnder'), act: movable ? onAsk : undefined },
    {
      key: 'top',
      icon: 'up' as const,
      label: t('tree.moveTop'),
      act: movable && !isTop ? onTop : undefined,
    },
  ].filter(({ act }) => act !== undefined)
  if (entries.length === 0) return null
  return (
    <Dropdown
      autoFocus
      trigger={['click']}
      menu={{
        items: entries.map(({ key, icon, label }) => ({ key, label, icon: <Icon name={icon} /> })),
        onClick: ({ key }) => entries.find((entry) => entry.key === key)?.act?.(),
      }}
    >
      <Button
        type="text"
        size="small"
        className="pw-tree-menu"
        tabIndex={active ? 0 : -1}
        icon={<Icon name="more" />}
        aria-label={t('table.rowMenu', { title: record.title || t('table.untitled') })}
      />
    </Dropdown>
  )
}
