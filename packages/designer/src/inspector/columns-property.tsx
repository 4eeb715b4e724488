import { fieldTypes, isInRows, localize, rowsPlace } from '@pipewright/metadata'
import type { Field, LineItemsField } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Dropdown } from 'antd'
import { useDefinition, useDesign, useOpenForm } from '../environment/design-context.ts'
import { selectionAt } from '../environment/site-of.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { NumberProperty } from '../parts/number-property.tsx'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { canAdd, firstAccess, newField } from '../tree/new-field.ts'
import type { SheetProps, SheetSite } from './sheets/sheet.ts'

const columnTypes = Object.values(fieldTypes).filter(({ canBeColumn }) => canBeColumn)

function useColumns(table: LineItemsField, site: SheetSite) {
  const rows = rowsPlace(site, table.key)
  const lineItems = rows.lineItems ?? table.key
  const { edit, select } = useDesign()
  const definition = useDefinition()
  const form = useOpenForm()
  return {
    lineItems,
    addable: columnTypes.filter(
      ({ type }) =>
        form !== undefined &&
        !(type === 'lineItems' && isInRows(rows)) &&
        canAdd(definition, form, type, lineItems),
    ),
    add(type: Field['type']) {
      if (form === undefined) return
      const field = newField(definition, form, type, { lineItems })
      const access = firstAccess(definition, form.key, field)
      const at = { lineItems, index: table.fields.length }
      if (edit({ type: 'addField', form: form.key, field, ...at, ...access }))
        select(selectionAt(`${lineItems}.${field.key}`))
    },
    move(column: string, index: number) {
      if (form !== undefined) edit({ type: 'moveField', form: form.key, lineItems, field: column, index })
    },
  }
}

/** How many rows there are at least and at most. */
function RowCount({ field, change }: Pick<SheetProps<LineItemsField>, 'field' | 'change'>) {
  const t = useTexts()
  return (
    <div className="pwd-pair">
      <NumberProperty
        label={t('inspector.minRows')}
        value={field.minRows}
        min={1}
        max={field.maxRows ?? 5000}
        onCommit={(minRows) => change({ minRows })}
      />
      <NumberProperty
        label={t('inspector.maxRows')}
        value={field.maxRows}
        min={1}
        max={5000}
        onCommit={(maxRows) => change({ maxRows })}
      />
    </div>
  )
}

/** The columns of a table inside the form: pick one to change it. */
export function ColumnsProperty({ field, site, change }: SheetProps<LineItemsField>) {
  const t = useTexts()
  const read = useLocalized()
  const { locale, select } = useDesign()
  const { lineItems, addable, add, move } = useColumns(field, site)
  const items = addable.map(({ type, label, icon }) => ({
    key: type,
    label: localize(label, locale),
    icon: <Icon name={icon} />,
    onClick: () => add(type),
  }))
  return (
    <>
      <Property label={t('inspector.columns')} group>
        {() => (
          <ul className="pwd-list">
            {field.fields.map((column, position) => (
              <li key={column.key} className="pwd-list-row">
                <button
                  type="button"
                  className="pwd-list-name"
                  onClick={() => select(selectionAt(`${lineItems}.${column.key}`))}
                >
                  <Icon name={fieldTypes[column.type].icon} /> {read(column.label)}
                </button>
                {([-1, 1] as const).map((by) => (
                  <button
                    key={by}
                    type="button"
                    className="pwd-tool"
                    aria-label={t(by < 0 ? 'inspector.columnUp' : 'inspector.columnDown', {
                      name: read(column.label),
                    })}
                    disabled={position + by < 0 || position + by >= field.fields.length}
                    onClick={() => move(column.key, position + by)}
                  >
                    <Icon name={by < 0 ? 'arrow-up' : 'arrow-down'} />
                  </button>
                ))}
              </li>
            ))}
          </ul>
        )}
      </Property>
      <Dropdown autoFocus menu={{ items, style: { maxHeight: 320, overflow: 'auto' } }} trigger={['click']}>
        <Button block icon={<Icon name="plus" />}>
          {t('inspector.addColumn')}
        </Button>
      </Dropdown>
      <RowCount field={field} change={change} />
    </>
  )
}
