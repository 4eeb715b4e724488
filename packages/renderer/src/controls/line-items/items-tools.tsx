import type { LineItemsField } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { App, Button, Dropdown } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { problemOf } from '../../environment/problem-of.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { rowsAt, useFieldPlace } from '../field-place.ts'
import type { ImportWay } from './items-import.tsx'
import { appendRows, type ItemRow, type KeyedRows } from './row-changes.ts'
import type { ChangeRows } from './use-item-rows.ts'

const ItemsImport = lazy(async () => ({ default: (await import('./items-import.tsx')).ItemsImport }))

export interface ItemsToolsProps {
  readonly field: LineItemsField
  /** Without it the rows are only read. */
  readonly change: ChangeRows | undefined
  readonly onChecked?: (() => void) | undefined
}

const taken = (rows: readonly ItemRow[], way: ImportWay, newId: () => string) => (now: KeyedRows) =>
  appendRows(way === 'replace' ? { rows: [], keys: [] } : now, rows, newId)

/** Rows from a file and into one; only for who is signed in. */
export function ItemsTools({ field, change, onChecked }: ItemsToolsProps) {
  const { data, rights, newId } = useRenderer()
  const t = useTexts()
  const { message } = App.useApp()
  const place = useFieldPlace()
  const [open, setOpen] = useState(false)
  const { items } = data
  if (items === undefined || place === null) return null
  const { form, record } = place
  const own = rights[form]
  const rows = rowsAt(place, field)
  const mayWrite = (column: string) => own?.fields[`${rows.lineItems}.${column}`] === 'write'
  const entries = [
    ...(change === undefined ? [] : [{ key: 'import', label: t('control.importRows') }]),
    ...(record === undefined || own?.export !== true || place.lineItems !== undefined
      ? []
      : (['csv', 'xlsx'] as const).map((key) => ({ key, label: t(`control.export_${key}`) }))),
  ]
  if (entries.length === 0) return null
  const download = async (format: 'csv' | 'xlsx') => {
    try {
      await items.download({ form, lineItems: field.key }, record ?? '', format)
    } catch (error) {
      void message.error(problemOf(error)?.title ?? t('control.downloadFailed'))
    }
  }
  return (
    <>
      <Dropdown
        autoFocus
        trigger={['click']}
        menu={{
          items: entries,
          onClick: ({ key }) =>
            key === 'import' ? setOpen(true) : void download(key === 'csv' ? 'csv' : 'xlsx'),
        }}
      >
        <Button size="small" icon={<Icon name="more" />}>
          {t('control.tableFile')}
        </Button>
      </Dropdown>
      {open && change !== undefined && (
        <Suspense fallback={null}>
          <ItemsImport
            rows={rows}
            field={field}
            items={items}
            columns={field.fields.filter(({ key, type }) => type !== 'lineItems' && mayWrite(key))}
            onClose={() => setOpen(false)}
            onImport={(rows, way) => {
              setOpen(false)
              change(taken(rows, way, newId), 'import')
              onChecked?.()
            }}
          />
        </Suspense>
      )}
    </>
  )
}
