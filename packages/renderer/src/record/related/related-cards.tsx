import type { RecordAnswer } from '@pipewright/contract'
import { lazy, Suspense } from 'react'
import { RecordLink } from '../../controls/relation/record-link.tsx'
import { isEmptyValue } from '../../form/engine/is-empty-value.ts'
import { CellValue } from '../../table/cell-value.tsx'
import { valueAt, type Column } from '../../table/column-of-path.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { titleColumn, type RelatedRowsProps } from './related-rows-props.ts'
import './related-cards.css'

/** So few are seen at a glance: nothing to put them in order with is shown. */
const few = 5

const OrderChoice = lazy(async () => ({ default: (await import('./order-choice.tsx')).OrderChoice }))

function Facts({ record, columns }: { readonly record: RecordAnswer; readonly columns: readonly Column[] }) {
  const filled = columns.filter(({ path }) => !isEmptyValue(valueAt(record, path)))
  if (filled.length === 0) return null
  return (
    <dl>
      {filled.map((column) => (
        <div key={column.path}>
          <dt>{column.label}</dt>
          <dd>
            <CellValue record={record} column={column} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Records one below the other, with what their columns hold. */
export function RelatedCards({ form, rows, columns, titleField, sort, onSort }: RelatedRowsProps) {
  const t = useTexts()
  const titled = titleColumn(columns, titleField)
  const facts = columns.filter((column) => column !== titled)
  return (
    <>
      {onSort !== undefined && rows.length > few && (
        <Suspense fallback={<div className="pw-related-order" />}>
          <OrderChoice columns={columns} sort={sort ?? []} onSort={onSort} />
        </Suspense>
      )}
      <ul className="pw-related-cards">
        {rows.map((record) => (
          <li key={record.id}>
            <RecordLink form={form} id={record.id} title={record.title || t('table.untitled')} />
            <Facts record={record} columns={facts} />
          </li>
        ))}
      </ul>
    </>
  )
}
