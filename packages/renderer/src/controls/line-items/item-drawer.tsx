import { localize } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Drawer } from 'antd'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { FieldControl } from '../field-control.ts'
import { aboveLabelOf, aboveOf } from '../options/above-of.ts'
import { noCellRule, type CellRule } from './cell-rules.ts'
import { ItemCell } from './item-cell.tsx'
import type { ItemsViewProps } from './items-view-props.ts'

export interface ItemDrawerProps extends Omit<ItemsViewProps, 'problems'> {
  readonly problems: ReadonlyMap<number, ReadonlyMap<string, string>>
}

const isAsked = (field: Field, rule: CellRule | undefined): boolean =>
  rule?.required === true || ('required' in field && field.required === true)

/** All cells of a row, one below the other. */
function DrawerCells({ position, ...props }: ItemDrawerProps & { readonly position: number }) {
  const { locale } = useRenderer()
  const { columns, rows, keys } = props
  const row = rows[position] ?? {}
  return columns.map((field) => (
    <div key={field.key} className="pw-items-line">
      <span aria-hidden="true">
        {localize(field.label, locale)}
        {isAsked(field, props.rules?.at(position, field.key)) && <span className="pw-star">*</span>}
      </span>
      <ItemCell
        spec={props.controls[field.type] as FieldControl}
        field={field}
        columnLabel={localize(field.label, locale)}
        value={row[field.key] ?? null}
        above={aboveOf(field, row)}
        aboveLabel={aboveLabelOf(field, columns, locale)}
        row={position}
        titles={props.titles}
        id={`${props.id}-${keys[position]}-${field.key}`}
        disabled={props.disabled}
        rule={props.rules?.at(position, field.key) ?? noCellRule}
        problem={props.problems.get(position)?.get(field.key)}
        onCell={props.onCell}
        readRow={props.readRow}
      />
    </div>
  ))
}

/** One row on a phone, with the way to the one before and after it. */
export function ItemDrawer(props: ItemDrawerProps) {
  const { opened, onOpened, rows } = props
  const t = useTexts()
  const position = opened === null || opened >= rows.length ? null : opened
  const step = (by: 1 | -1, label: string, icon: 'left' | 'right') => (
    <Button
      icon={<Icon name={icon} />}
      aria-label={label}
      disabled={position === null || position + by < 0 || position + by >= rows.length}
      onClick={() => onOpened((position ?? 0) + by)}
    />
  )
  return (
    <Drawer
      open={position !== null}
      placement="bottom"
      size="85%"
      title={t('control.rowOf', { table: props.label, row: (position ?? 0) + 1, count: rows.length })}
      onClose={() => onOpened(null)}
      extra={
        <>
          {step(-1, t('control.rowBefore'), 'left')}
          {step(1, t('control.rowAfter'), 'right')}
        </>
      }
      footer={
        <Button block type="primary" onClick={() => onOpened(null)}>
          {t('control.rowDone')}
        </Button>
      }
      className="pw-items-drawer"
      destroyOnHidden
    >
      {position !== null && <DrawerCells key={props.keys[position]} {...props} position={position} />}
    </Drawer>
  )
}
