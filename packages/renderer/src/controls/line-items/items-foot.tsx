import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { duplicateRows, removeRows } from './row-changes.ts'
import type { ChangeRows, RowsStep } from './use-item-rows.ts'
import type { RowSelection } from './use-row-selection.ts'

const undoTexts = {
  remove: 'control.undoRemove',
  paste: 'control.undoPaste',
  sort: 'control.undoSort',
  move: 'control.undoMove',
  duplicate: 'control.undoDuplicate',
  import: 'control.undoImport',
  pick: 'control.undoPick',
} as const satisfies Record<RowsStep, string>

export interface ItemsFootProps {
  readonly id: string
  readonly count: number
  readonly full: boolean
  readonly narrow: boolean
  readonly selection: RowSelection
  readonly undoable: RowsStep | undefined
  readonly change: ChangeRows
  readonly onAdd: () => void
  readonly onUndo: () => void
  /** Further buttons. */
  readonly children?: ReactNode
}

/** What can be done with the rows that are picked. */
function PickedRows({ selection, full, change }: Pick<ItemsFootProps, 'selection' | 'full' | 'change'>) {
  const t = useTexts()
  const { newId } = useRenderer()
  const { selected } = selection
  const duplicate = () => change((now) => duplicateRows(now, selected, newId), 'duplicate')
  const remove = () => change((now) => removeRows(now, selected), 'remove')
  return (
    <>
      <span role="status">{t('control.rowsPicked', { count: selected.size })}</span>
      <Button size="small" icon={<Icon name="copy" />} disabled={full} onClick={duplicate}>
        {t('control.duplicate')}
      </Button>
      <Button size="small" danger icon={<Icon name="delete" />} onClick={remove}>
        {t('control.remove')}
      </Button>
    </>
  )
}

/** Below the rows: add one, change those that are picked, take the last change back. */
export function ItemsFoot(props: ItemsFootProps) {
  const { selection, undoable, narrow, count } = props
  const t = useTexts()
  const isPicking = selection.selected.size > 0
  return (
    <div className="pw-items-foot">
      <Button
        id={props.id}
        size="small"
        icon={<Icon name="plus" />}
        disabled={props.full}
        onClick={() => props.onAdd()}
      >
        {t('control.addRow')}
      </Button>
      {props.children}
      {isPicking && <PickedRows {...props} />}
      {undoable !== undefined && (
        <Button size="small" icon={<Icon name="undo" />} onClick={props.onUndo}>
          {t(undoTexts[undoable])}
        </Button>
      )}
      {!narrow && !isPicking && count > 0 && <span className="pw-quiet">{t('control.pasteHint')}</span>}
    </div>
  )
}
