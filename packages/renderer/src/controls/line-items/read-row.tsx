import { localize } from '@pipewright/metadata'
import type { Field, LineItemsField } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { useState, type ReactNode } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { asRows, type ItemRow } from './row-changes.ts'

export interface ReadRowProps {
  readonly columns: readonly Field[]
  readonly row: ItemRow
  readonly position: number
  readonly span: number
  readonly side: (column: Field) => string | undefined
  readonly measure: ((element: Element | null) => void) | undefined
  readonly cell: (column: Field) => ReactNode
  /** The table of the rows inside a cell. */
  readonly inside: (column: LineItemsField) => ReactNode
}

/** A row to read; rows inside it open below it. */
export function ReadRow(props: ReadRowProps) {
  const { columns, row, position, span, side, measure } = props
  const { locale } = useRenderer()
  const t = useTexts()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (key: string) =>
    setOpen((now) => (now.has(key) ? new Set([...now].filter((one) => one !== key)) : new Set([...now, key])))
  const tables = columns.filter((column) => column.type === 'lineItems')
  const isFilled = ({ key }: Field): boolean => asRows(row[key] ?? null).length > 0
  return (
    <>
      <tr ref={measure} data-index={position} aria-rowindex={position + 2}>
        {columns.map((column) => (
          <td key={column.key} className={side(column)}>
            {column.type === 'lineItems' && isFilled(column) ? (
              <button
                type="button"
                className="pw-items-sort"
                aria-expanded={open.has(column.key)}
                aria-label={t('control.cellName', {
                  column: localize(column.label, locale),
                  row: position + 1,
                })}
                onClick={() => toggle(column.key)}
              >
                <Icon name={open.has(column.key) ? 'down' : 'right'} /> {props.cell(column)}
              </button>
            ) : (
              props.cell(column)
            )}
          </td>
        ))}
      </tr>
      {tables.map((column) =>
        open.has(column.key) && isFilled(column) ? (
          <tr key={column.key} className="pw-items-opened">
            <td colSpan={span}>{props.inside(column)}</td>
          </tr>
        ) : null,
      )}
    </>
  )
}
