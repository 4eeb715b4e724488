import { meets, rowsPlace } from '@pipewright/metadata'
import type { LineItemsField, RowUniqueness } from '@pipewright/schemas'
import { useIndex } from '../environment/design-context.ts'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { SheetProps } from './sheets/sheet.ts'
import { UniquenessList } from './uniqueness-list.tsx'

/** What must not occur twice among the rows of one record. */
export function RowUniquenessProperty({ field, site, change }: SheetProps<LineItemsField>) {
  const t = useTexts()
  const index = useIndex()
  const rows = rowsPlace(site, field.key)
  const parts = field.fields.filter(({ key }) => {
    const found = index.field(rows, key)
    return found !== undefined && meets(found, 'uniqueColumn')
  })
  return (
    <Property label={t('unique.rowsTitle')} group>
      {() => (
        <UniquenessList<RowUniqueness>
          all={field.uniqueness}
          parts={parts}
          words={{ empty: t('unique.rowsHelp'), fields: t('unique.columns'), help: t('unique.columnsHelp') }}
          onChange={(uniqueness) => change({ uniqueness })}
        />
      )}
    </Property>
  )
}
