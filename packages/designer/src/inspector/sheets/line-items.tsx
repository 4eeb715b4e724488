import type { LineItemsField } from '@pipewright/schemas'
import { ColumnsProperty } from '../columns-property.tsx'
import { RowUniquenessProperty } from '../row-uniqueness-property.tsx'
import type { SheetProps } from './sheet.ts'

export function LineItemsSheet(props: SheetProps<LineItemsField>) {
  return (
    <>
      <ColumnsProperty {...props} />
      <RowUniquenessProperty {...props} />
    </>
  )
}
