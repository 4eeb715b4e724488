import type { JsonValue, Values } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { LineItemsField } from '@pipewright/schemas'
import { Icon, useNarrow } from '@pipewright/ui'
import { Button } from 'antd'
import { useCallback, useMemo, useRef, type ClipboardEvent, type KeyboardEvent, type RefObject } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { ControlProps } from '../field-control.ts'
import { FieldPlaceContext, useFieldPlace } from '../field-place.ts'
import type { FieldControls } from '../field-controls.ts'
import { ItemsCards } from './items-cards.tsx'
import { cellOf, focusCell, isRowEnter, pastedText } from './items-keyboard.ts'
import { ItemsTable } from './items-table.tsx'
import { isBlock } from './paste-block.ts'
import { enterCell, insertRow, pasteBlock } from './row-changes.ts'
import { useItemRows } from './use-item-rows.ts'

export interface LineItemsControlProps extends ControlProps<LineItemsField> {
  readonly controls: FieldControls
}

function useItemsActions(
  { field, value, onChange, disabled }: LineItemsControlProps,
  place: RefObject<HTMLElement | null>,
) {
  const renderer = useRenderer()
  const { rows, keys, state, change } = useItemRows(value, onChange)
  const full = rows.length >= (field.maxRows ?? 5000)
  const first = field.fields[0]?.key ?? ''
  const onCell = useCallback(
    (row: number, column: string, cell: JsonValue) =>
      change((now) => enterCell(now, row, column, cell, field.fields)),
    [change, field.fields],
  )
  const readRow = useCallback((row: number): Values => state.current.rows[row] ?? {}, [state])
  const add = (column = first) => {
    if (full || disabled) return
    change((now) => insertRow(now, now.rows.length, {}, renderer.newId()))
    focusCell(place.current, { row: rows.length, column })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = isRowEnter(event) ? cellOf(event.target) : null
    if (cell === null) return
    event.preventDefault()
    if (cell.row === rows.length - 1) add()
    else focusCell(place.current, { ...cell, row: cell.row + 1 })
  }
  const onPaste = (event: ClipboardEvent) => {
    const text = pastedText(event)
    if (disabled || !isBlock(text)) return
    event.preventDefault()
    const cell = cellOf(event.target) ?? { row: rows.length, column: first }
    const column = Math.max(
      0,
      field.fields.findIndex((candidate) => candidate.key === cell.column),
    )
    change((now) => pasteBlock(now, { row: cell.row, column }, field.fields, text, renderer))
  }
  return { rows, keys, change, full, onCell, readRow, add, onKeyDown, onPaste }
}

/** A table inside the form: add, duplicate, move, remove, paste from a spreadsheet; Enter goes to the next row. */
export function LineItemsControl(props: LineItemsControlProps) {
  const { field, controls } = props
  const { locale } = useRenderer()
  const t = useTexts()
  const narrow = useNarrow()
  const around = useFieldPlace()
  const inside = useMemo(
    () => (around === null ? null : { form: around.form, lineItems: field.key }),
    [around, field.key],
  )
  const place = useRef<HTMLDivElement>(null)
  const actions = useItemsActions(props, place)
  const { rows, keys, change, full, onCell, readRow } = actions
  const View = narrow ? ItemsCards : ItemsTable
  return (
    // The keys and the clipboard belong to the inputs inside; this only listens on their way up.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- see above
    <div ref={place} className="pw-items-frame" onKeyDown={actions.onKeyDown} onPaste={actions.onPaste}>
      {rows.length === 0 ? (
        <div className="pw-items-empty pw-quiet">{t('control.noRows')}</div>
      ) : (
        <FieldPlaceContext value={inside}>
          <View
            id={props.id}
            label={localize(field.label, locale)}
            columns={field.fields.filter(({ key }) => props.cellRules?.hasColumn(key) !== false)}
            rows={rows}
            keys={keys}
            controls={controls}
            titles={props.titles}
            disabled={props.disabled ?? false}
            full={full}
            problems={props.cellProblems}
            rules={props.cellRules}
            onCell={onCell}
            readRow={readRow}
            change={change}
          />
        </FieldPlaceContext>
      )}
      {!props.disabled && (
        <div className="pw-items-foot">
          <Button
            id={props.id}
            size="small"
            icon={<Icon name="plus" />}
            disabled={full}
            onClick={() => actions.add()}
          >
            {t('control.addRow')}
          </Button>
          {!narrow && rows.length > 0 && <span className="pw-quiet">{t('control.pasteHint')}</span>}
        </div>
      )}
    </div>
  )
}
