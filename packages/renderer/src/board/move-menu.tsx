import type { RecordAnswer } from '@pipewright/contract'
import { Icon } from '@pipewright/ui'
import { Button, Dropdown } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { moveItems, type MoveItem } from './move-items.ts'
import type { MoveTarget, Place } from './place.ts'

const MoveElsewhere = lazy(async () => ({ default: (await import('./move-elsewhere.tsx')).MoveElsewhere }))

export interface MoveMenuProps {
  readonly record: RecordAnswer
  readonly targets: readonly MoveTarget[]
  readonly onMove: (record: RecordAnswer, place: Place) => void
}

const entry = ({ key, label, color, disabled, place }: MoveItem) => ({
  key,
  disabled,
  label,
  icon:
    place === undefined ? (
      <Icon name="search" />
    ) : (
      <span className="pw-dot" style={{ background: `var(--pw-${color ?? 'gray'}-solid)` }} />
    ),
})

/** Moves a card without dragging it: to a column, to a lane, or to somebody who has none yet. */
export function MoveMenu({ record, targets, onMove }: MoveMenuProps) {
  const t = useTexts()
  const [elsewhere, ask] = useState<MoveTarget | null>(null)
  const name = t('board.moveCard', { title: record.title })
  const groups = targets.map((target) => ({
    target,
    items: moveItems(record, target, t('board.another', { field: target.label })),
  }))
  const items =
    groups.length === 1
      ? groups.flatMap((group) => group.items.map(entry))
      : groups.map(({ target, items: lines }) => ({
          key: target.field.key,
          type: 'group' as const,
          label: target.label,
          children: lines.map(entry),
        }))
  const choose = (key: string) => {
    const line = groups.flatMap((group) => group.items).find((each) => each.key === key)
    if (line?.place !== undefined) onMove(record, line.place)
    else if (line !== undefined) ask(line.target)
  }
  return (
    <>
      <Dropdown
        autoFocus
        trigger={['click']}
        classNames={{ root: 'pw-move-menu' }}
        menu={{ items, onClick: ({ key }) => choose(key) }}
      >
        <Button
          type="text"
          size="small"
          className="pw-card-move"
          aria-label={name}
          title={t('board.moveTo')}
          icon={<Icon name="swap" />}
        />
      </Dropdown>
      {elsewhere !== null && (
        <Suspense fallback={null}>
          <MoveElsewhere
            record={record}
            target={elsewhere}
            onMove={(place) => onMove(record, place)}
            onClose={() => ask(null)}
          />
        </Suspense>
      )}
    </>
  )
}
