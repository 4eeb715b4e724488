import { localize, rowsPlace } from '@pipewright/metadata'
import type { LineItemsField } from '@pipewright/schemas'
import { useNarrow } from '@pipewright/ui'
import { useMemo, useState } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { ControlProps } from '../field-control.ts'
import { CellProblemsContext } from './cell-problems.ts'
import type { CellRules } from './cell-rules.ts'
import { FieldPlaceContext, useFieldPlace } from '../field-place.ts'
import type { FieldControls } from '../field-controls.ts'
import { ItemsBar } from './items-bar.tsx'
import { ItemsCards } from './items-cards.tsx'
import { ItemsTable } from './items-table.tsx'
import { RowMenu } from './row-menu.tsx'
import { useItemsActions } from './use-items-actions.ts'
import { useRowsWorth } from './use-rows-worth.ts'

export interface LineItemsControlProps extends ControlProps<LineItemsField> {
  readonly controls: FieldControls
}

/** The columns that are in sight; the same list while it is the same columns. */
function useColumns({ field, cellRules }: LineItemsControlProps) {
  const hidden = field.fields.filter(({ key }) => cellRules?.hasColumn(key) === false).map(({ key }) => key)
  const name = hidden.join(' ')
  return useMemo(() => {
    const away = new Set(name.split(' '))
    return field.fields.filter(({ key }) => !away.has(key))
  }, [field.fields, name])
}

/** What rules say, as the same object while it says the same, so that rows are not drawn again for nothing. */
function useSteadyRules(rules: CellRules | undefined): CellRules | undefined {
  const [known, setKnown] = useState(rules)
  if (known?.signature === rules?.signature) return known
  setKnown(rules)
  return rules
}

/** A table inside the form: add, sort, drag, duplicate, remove, paste from a spreadsheet; Enter goes to the next row. */
export function LineItemsControl(props: LineItemsControlProps) {
  const { field, controls } = props
  const { locale } = useRenderer()
  const t = useTexts()
  const narrow = useNarrow()
  const around = useFieldPlace()
  const inside = useMemo(() => (around === null ? null : rowsPlace(around, field.key)), [around, field.key])
  const { frame, add, undo, undoable, ...actions } = useItemsActions(props, narrow)
  const columns = useColumns(props)
  useRowsWorth(field, actions, actions.change, props.record)
  const rules = useSteadyRules(props.cellRules)
  const { rows } = actions
  const View = narrow ? ItemsCards : ItemsTable
  return (
    // The keys and the clipboard belong to the inputs inside; this only listens on their way up.
    <div {...frame} className="pw-items-frame">
      {rows.length === 0 ? (
        <div className="pw-items-empty pw-quiet">{t('control.noRows')}</div>
      ) : (
        <FieldPlaceContext value={inside}>
          <CellProblemsContext value={props.cellProblems}>
            <RowMenu count={rows.length} full={actions.full} change={actions.change}>
              <View
                {...actions}
                id={props.id}
                label={localize(field.label, locale)}
                table={field}
                columns={columns}
                controls={controls}
                titles={props.titles}
                disabled={props.disabled ?? false}
                problems={props.cellProblems}
                rules={rules}
              />
            </RowMenu>
          </CellProblemsContext>
        </FieldPlaceContext>
      )}
      {!props.disabled && (
        <ItemsBar
          id={props.id}
          field={field}
          record={props.record}
          count={rows.length}
          room={actions.room}
          full={actions.full}
          narrow={narrow}
          selection={actions.selection}
          undoable={undoable}
          change={actions.change}
          onAdd={add}
          onUndo={undo}
          onChecked={props.onBlur}
        />
      )}
    </div>
  )
}
