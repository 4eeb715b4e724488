import type { RelationField } from '@pipewright/schemas'
import { FillProperty } from './fill-property.tsx'
import { RelationBasis, type OnDelete } from './relation-basis.tsx'
import type { SheetProps } from './sheet.ts'

const inForm: readonly OnDelete[] = ['refuse', 'clear', 'delete']
/** A row of line items does not take its record with it. */
const inRows: readonly OnDelete[] = ['refuse', 'clear']

export function RelationSheet({ field, site, change }: SheetProps<RelationField>) {
  return (
    <>
      <RelationBasis
        field={field}
        site={site}
        onDeletes={site.lineItems === undefined ? inForm : inRows}
        onDelete={(onDelete) => change({ onDelete })}
        change={(changes) => change(changes.form === undefined ? changes : { ...changes, fill: undefined })}
      />
      <FillProperty field={field} site={site} onChange={(fill) => change({ fill })} />
    </>
  )
}
