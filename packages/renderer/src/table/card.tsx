import type { RecordAnswer } from '@pipewright/contract'
import { OptionTag } from '@pipewright/ui'
import { Checkbox } from 'antd'
import { isEmptyValue } from '../form/engine/is-empty-value.ts'
import { useTexts } from '../texts/use-texts.ts'
import { CellValue } from './cell-value.tsx'
import type { RowMark } from './colors/row-mark.ts'
import { valueAt, type Column } from './column-of-path.ts'
import type { RecordTableProps } from './record-table-props.ts'
import { RowMenuButton } from './row-menu-button.tsx'
import { UnseenMark } from './unseen.tsx'
import { useLongPress } from './use-long-press.ts'
import './card-title.css'

export interface CardProps {
  readonly record: RecordAnswer
  readonly columns: readonly Column[]
  readonly mark: RowMark | undefined
  readonly onOpen: (record: RecordAnswer) => void
  readonly onMenu?: RecordTableProps['onMenu']
  /** While records are being chosen, whether this one is; a tap anywhere then chooses instead of opening. */
  readonly chosen: boolean | undefined
  readonly onChoose: ((record: RecordAnswer) => void) | undefined
}

const shown = 5

function Title({ record, onOpen, chosen, onChoose }: CardProps) {
  const t = useTexts()
  const title = (
    <>
      <UnseenMark record={record.id} />
      {record.title || t('table.untitled')}
    </>
  )
  if (chosen === undefined || onChoose === undefined)
    return (
      <button type="button" className="pw-card-title" onClick={() => onOpen(record)}>
        {title}
      </button>
    )
  return (
    <Checkbox className="pw-card-title" checked={chosen} onChange={() => onChoose(record)}>
      {title}
    </Checkbox>
  )
}

/** A record in the list of a phone. */
export function Card(props: CardProps) {
  const { record, columns, mark, onMenu, chosen, onChoose } = props
  const filled = columns.filter((column) => !isEmptyValue(valueAt(record, column.path)))
  const holding = useLongPress(
    chosen === undefined && onChoose !== undefined ? () => onChoose(record) : undefined,
  )
  const looks = ['pw-card-row', mark && 'pw-marked', chosen && 'pw-card-chosen', onChoose && 'pw-card-held']
  return (
    <li
      className={looks.filter(Boolean).join(' ')}
      style={mark && { borderInlineStartColor: `var(--pw-${mark.color}-solid)` }}
      {...holding}
    >
      <Title {...props} />
      {onMenu !== undefined && chosen === undefined && <RowMenuButton record={record} onMenu={onMenu} />}
      {mark !== undefined && <OptionTag {...mark} />}
      <dl>
        {filled.slice(0, shown).map((column) => (
          <div key={column.path}>
            <dt>{column.label}</dt>
            <dd>
              <CellValue record={record} column={column} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  )
}
