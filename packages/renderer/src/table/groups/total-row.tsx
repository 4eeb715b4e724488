import { useCount } from '../../formats/use-count.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { Column } from '../column-of-path.ts'
import { columnLook, type TableLayout } from '../table-layout.ts'
import { columnsAt } from '../use-column-window.ts'
import { GroupFigure } from './group-figure.tsx'
import type { TableFigures } from './table-entry.ts'

export interface TotalRowProps extends TableFigures {
  readonly columns: readonly Column[]
  readonly layout: TableLayout
  readonly boxes: boolean
  readonly menus: boolean
}

/** What all records of the list come to; stays in sight below them. */
export function TotalRow({ columns, layout, boxes, menus, summaries, total }: TotalRowProps) {
  const t = useTexts()
  const said = useCount()
  return (
    <div role="row" className="pw-tr pw-total" style={{ gridTemplateColumns: layout.template }}>
      {boxes && <div aria-hidden="true" className="pw-td pw-check" />}
      {columnsAt(columns, layout.shown).map(({ column, position }) => {
        const look = columnLook(layout, column, position)
        return (
          <div
            key={column.path}
            role="gridcell"
            tabIndex={-1}
            aria-colindex={layout.front + position + 1}
            className={`pw-td${look.className}`}
            style={look.style}
          >
            {position === 0 && total !== undefined && (
              <span className="pw-cell-text">{t('table.total', { count: said(total.count) })}</span>
            )}
            {total !== undefined && position > 0 && (
              <GroupFigure column={column} summaries={summaries} figures={total.figures} />
            )}
          </div>
        )
      })}
      {menus && <div aria-hidden="true" className="pw-td pw-row-end" />}
    </div>
  )
}
