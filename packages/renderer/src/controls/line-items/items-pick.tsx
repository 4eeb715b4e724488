import { localize } from '@pipewright/metadata'
import type { LineItemsField, RelationField, RelationsField } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { ControlProps } from '../field-control.ts'
import { useFieldPlace } from '../field-place.ts'
import { useBrowsing } from '../relation/use-browsing.tsx'
import { appendRows } from './row-changes.ts'
import type { ChangeRows } from './use-item-rows.ts'

export interface ItemsPickProps {
  readonly field: LineItemsField
  readonly record: ControlProps['record']
  /** So many more rows fit. */
  readonly room: number
  readonly change: ChangeRows
}

/** Picks several records by one relation of the rows: each becomes a row, filled as if it had been picked there. */
function PickInto({
  column,
  record,
  room,
  change,
}: Omit<ItemsPickProps, 'field'> & { readonly column: RelationField }) {
  const { index, locale, newId } = useRenderer()
  const t = useTexts()
  const many = useMemo(() => {
    const { type: _, fill: __, ...kept } = column
    return { ...kept, type: 'relations' } as RelationsField
  }, [column])
  const { browse, dialog } = useBrowsing({ field: many, record }, [], (ids) =>
    change(
      (now) =>
        appendRows(
          now,
          ids.slice(0, room).map((id) => ({ [column.key]: id })),
          newId,
        ),
      'pick',
    ),
  )
  const forms = localize(index.form(column.form)?.labelPlural, locale)
  return (
    <>
      <Button size="small" icon={<Icon name="check" />} disabled={room <= 0} onClick={browse}>
        {t('control.pickRows', { forms })}
      </Button>
      {dialog}
    </>
  )
}

/** One button per relation of the rows whose records the writer may see and choose. */
export function ItemsPick({ field, ...props }: ItemsPickProps) {
  const { rights } = useRenderer()
  const place = useFieldPlace()
  const own = place === null ? undefined : rights[place.form]
  const pickable = field.fields.filter(
    (column): column is RelationField =>
      column.type === 'relation' &&
      rights[column.form]?.read === true &&
      own?.fields[`${field.key}.${column.key}`] === 'write',
  )
  return pickable.map((column) => <PickInto key={column.key} {...props} column={column} />)
}
