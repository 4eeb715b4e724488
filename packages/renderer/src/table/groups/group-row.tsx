import { Icon, useUiLocale } from '@pipewright/ui'
import type { KeyboardEvent } from 'react'
import { viewOf } from '../../controls/field-views.tsx'
import { formatPeriod } from '../../formats/date-format.ts'
import { useCount } from '../../formats/use-count.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { columnsOf, type Column } from '../column-of-path.ts'
import { columnLook, type TableLayout } from '../table-layout.ts'
import { columnsAt } from '../use-column-window.ts'
import { rowStyle } from '../table-row.tsx'
import { GroupFigure } from './group-figure.tsx'
import type { TableEntry, TableFigures } from './table-entry.ts'

type Group = Extract<TableEntry, { kind: 'group' }>

export interface GroupRowProps {
  readonly form: string
  readonly entry: Group
  readonly columns: readonly Column[]
  readonly layout: TableLayout
  readonly start: number
  readonly position: number
  readonly boxes: boolean
  readonly summaries: TableFigures['summaries']
  readonly onToggle: (key: string, open: boolean) => void
  readonly measure: ((row: HTMLElement | null) => void) | undefined
}

/** What the records of a group have in common, as a field of that type shows it. */
export function GroupName({ form, entry: { by, group } }: Pick<GroupRowProps, 'form' | 'entry'>) {
  const { index } = useRenderer()
  const t = useTexts()
  const locale = useUiLocale()
  const [column] = columnsOf(index, form, [by.field], locale)
  if (group.value === null || group.value === '')
    return <>{t('board.none', { field: column?.label ?? by.field })}</>
  if (by.bucket !== undefined && typeof group.value === 'string')
    return <>{formatPeriod(group.value.slice(0, 10), by.bucket, locale)}</>
  if (column === undefined) return <>{String(group.value)}</>
  const { Cell } = viewOf(column.field)
  const titles = group.title === null ? {} : { [String(group.value)]: group.title }
  return <Cell field={column.field} value={group.value} titles={titles} />
}

/** Up and down to the line before or after; left folds, right unfolds. */
function goOn(event: KeyboardEvent<HTMLElement>, { entry, onToggle }: GroupRowProps) {
  if (event.key === 'ArrowLeft' && entry.open) return onToggle(entry.key, false)
  if (event.key === 'ArrowRight' && !entry.open) return onToggle(entry.key, true)
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0) return
  event.preventDefault()
  const row = event.currentTarget.closest<HTMLElement>('[data-index]')
  const next = row?.parentElement?.querySelector(`[data-index="${Number(row.dataset['index']) + by}"]`)
  next?.querySelector<HTMLElement>('.pw-group-fold, [data-cell]')?.focus()
}

/** The head of a group: what its records have in common, how many they are and what they come to. */
export function GroupRow(props: GroupRowProps) {
  const { form, entry, columns, layout, boxes, summaries, start, measure } = props
  const t = useTexts()
  const count = useCount()(entry.group.count)
  return (
    <div
      ref={measure}
      role="row"
      aria-level={entry.level + 1}
      aria-expanded={entry.open}
      aria-rowindex={props.position + 2}
      data-index={props.position}
      className={`pw-tr pw-group pw-group-${entry.level}`}
      style={rowStyle({ start, layout, measure: undefined })}
    >
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
            {position === 0 ? (
              <button
                type="button"
                className="pw-group-fold"
                style={{ paddingInlineStart: entry.level * 20 }}
                onClick={() => props.onToggle(entry.key, !entry.open)}
                onKeyDown={(event) => goOn(event, props)}
              >
                <Icon name={entry.open ? 'down' : 'right'} />
                <GroupName form={form} entry={entry} />
                <span className="pw-quiet" aria-label={t('table.countOf', { count })}>
                  {count}
                </span>
              </button>
            ) : (
              <GroupFigure column={column} summaries={summaries} figures={entry.group.figures} />
            )}
          </div>
        )
      })}
    </div>
  )
}
