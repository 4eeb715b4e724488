import type { RecordAnswer } from '@pipewright/contract'
import { Checkbox } from 'antd'
import { useTexts } from '../texts/use-texts.ts'
import { RowMarkBar } from './colors/row-mark-bar.tsx'
import type { RowMark } from './colors/row-mark.ts'
import type { SelectRow } from './use-select-row.ts'

interface RowTickProps {
  readonly record: RecordAnswer
  readonly ticked: boolean
  readonly mark: RowMark | undefined
  readonly onTick: SelectRow
}

/** The box in front of a record that can be chosen; the colour of its row begins there. */
export function RowTick({ record, ticked, mark, onTick }: RowTickProps) {
  const t = useTexts()
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- only keeps a click on the box from opening the row
    <div
      role="gridcell"
      aria-colindex={1}
      tabIndex={-1}
      className="pw-td pw-check"
      onClick={(event) => event.stopPropagation()}
    >
      {mark !== undefined && <RowMarkBar mark={mark} />}
      <Checkbox
        checked={ticked}
        tabIndex={-1}
        aria-label={t('table.selectRow', { title: record.title || t('table.untitled') })}
        onChange={({ target, nativeEvent }) =>
          onTick(record.id, target.checked, (nativeEvent as MouseEvent).shiftKey)
        }
      />
    </div>
  )
}
