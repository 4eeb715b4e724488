import { placeAround, totalFunctions, totalsOf, type Place, type TotalFunction } from '@pipewright/metadata'
import type { Field, LineItemsField } from '@pipewright/schemas'
import { Select } from 'antd'
import { useIndex, useOpenForm } from '../environment/design-context.ts'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { useFieldChange } from './use-field-change.ts'

export interface TotalsPropertyProps {
  /** Where the table stands. */
  readonly site: Place
  readonly table: LineItemsField
  readonly column: Field
}

/** What a column of line items comes to below the rows. */
function ColumnTotals({ site, table, column }: TotalsPropertyProps) {
  const t = useTexts()
  const change = useFieldChange(site, table.key)
  const put = (functions: readonly TotalFunction[]) => {
    const others = (table.totals ?? []).filter(({ field }) => field !== column.key)
    change({ totals: [...others, { field: column.key, functions: [...functions] }] })
  }
  return (
    <Property label={t('inspector.columnTotals')} help={t('inspector.columnTotalsHelp')}>
      {(id) => (
        <Select<TotalFunction[]>
          id={id}
          mode="multiple"
          className="pwd-full"
          value={[...totalsOf(table, column)]}
          options={totalFunctions(column).map((value) => ({ value, label: t(`inspector.total_${value}`) }))}
          onChange={put}
        />
      )}
    </Property>
  )
}

const around = (form: string, lineItems: string): Place => placeAround({ form, lineItems })

/** The property sheet of a column asks this of the table around it. */
export function TotalsProperty({
  lineItems,
  column,
}: {
  readonly lineItems: string
  readonly column: Field
}) {
  const form = useOpenForm()
  const index = useIndex()
  const table = form && index.field(form.key, lineItems)?.field
  if (form === undefined || table?.type !== 'lineItems') return null
  return <ColumnTotals site={around(form.key, lineItems)} table={table} column={column} />
}
