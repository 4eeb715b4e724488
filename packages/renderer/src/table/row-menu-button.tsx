import type { RecordAnswer } from '@pipewright/contract'
import { Icon } from '@pipewright/ui'
import { useTexts } from '../texts/use-texts.ts'
import type { RecordTableProps } from './record-table-props.ts'

/** Opens the menu of one record of a list. */
export function RowMenuButton({
  record,
  onMenu,
  tabIndex,
}: {
  readonly record: RecordAnswer
  readonly onMenu: NonNullable<RecordTableProps['onMenu']>
  readonly tabIndex?: number
}) {
  const t = useTexts()
  return (
    <button
      type="button"
      className="pw-row-menu"
      tabIndex={tabIndex}
      aria-label={t('table.rowMenu', { title: record.title || t('table.untitled') })}
      aria-haspopup="menu"
      onClick={(event) => {
        event.stopPropagation()
        onMenu(record, event.currentTarget)
      }}
    >
      <Icon name="more" />
    </button>
  )
}
