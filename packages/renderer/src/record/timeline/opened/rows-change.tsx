import type { LineItemsField } from '@pipewright/schemas'
import { localize } from '@pipewright/metadata'
import { isEmptyValue } from '../../../form/engine/is-empty-value.ts'
import { rowLines, rowName, type Telling } from '../row-lines.ts'
import { changedRows, type ChangedCell, type ChangedRow } from './changed-rows.ts'
import type { Change } from './is-opened.ts'

function Cell({ cell, kind, telling }: { cell: ChangedCell; kind: ChangedRow['kind']; telling: Telling }) {
  const { field, old, now } = cell
  const { format, t } = telling
  if (field.type === 'lineItems')
    return rowLines(telling, field, old, now).map((line) => <div key={line}>{line}</div>)
  if (kind !== 'changed') return format(field, kind === 'added' ? now : old)
  return (
    <>
      <del>{isEmptyValue(old) ? t('value.empty') : format(field, old)}</del> →{' '}
      <ins>{isEmptyValue(now) ? t('value.empty') : format(field, now)}</ins>
    </>
  )
}

const words = {
  added: 'record.rowAdded',
  removed: 'record.rowRemoved',
  changed: 'record.rowChanged',
} as const

interface RowsChangeProps {
  readonly field: LineItemsField
  readonly change: Change
  readonly telling: Telling
}

/** Which lines came, went or changed, with what stands or stood in them. */
export function RowsChange({ field, change, telling }: RowsChangeProps) {
  return (
    <ol className="pw-opened-rows">
      {changedRows(field, change.old, change.new).map(({ key, kind, at, row, cells }) => (
        <li key={key} className={`pw-opened-${kind}`}>
          <div>
            <strong>{rowName(telling, field, row, at)}</strong>{' '}
            <span className="pw-quiet">{telling.t(words[kind])}</span>
          </div>
          <dl>
            {cells.map((cell) => (
              <div key={cell.field.key}>
                <dt>{localize(cell.field.label, telling.locale)}</dt>
                <dd>
                  <Cell cell={cell} kind={kind} telling={telling} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  )
}
