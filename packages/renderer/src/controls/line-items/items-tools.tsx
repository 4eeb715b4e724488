import type { JsonValue } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { LineItemsField } from '@pipewright/schemas'
import { rowNumberHeader } from '@pipewright/compiler'
import { Icon, useSay } from '@pipewright/ui'
import { Button, Dropdown } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { problemOf } from '../../environment/problem-of.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { rowsAt, useFieldPlace } from '../field-place.ts'
import { fillInside } from './inside-rows.ts'
import type { ImportWay, ItemsImportProps } from './items-import.tsx'
import { appendRows, type ItemRow, type KeyedRows } from './row-changes.ts'
import type { ChangeRows } from './use-item-rows.ts'

const ItemsImport = lazy(async () => ({ default: (await import('./items-import.tsx')).ItemsImport }))

export interface ItemsToolsProps {
  readonly field: LineItemsField
  /** How many rows there are. */
  readonly count: number
  /** Without it the rows are only read. */
  readonly change: ChangeRows | undefined
  readonly onChecked?: (() => void) | undefined
}

type Step = (state: KeyedRows) => KeyedRows

const taken =
  (rows: readonly ItemRow[], way: ImportWay, newId: () => string): Step =>
  (now) =>
    appendRows(way === 'replace' ? { rows: [], keys: [] } : now, rows, newId)

/** The tables that go into a file and come out of one: the rows themselves, and those inside them. */
const tablesOf = (field: LineItemsField): readonly LineItemsField[] => [
  field,
  ...field.fields.filter((column) => column.type === 'lineItems'),
]

/** What can be done with each table; the name of an entry is the table and the deed. */
function useEntries({ field, count, change }: ItemsToolsProps, mayExport: boolean) {
  const t = useTexts()
  const { locale } = useRenderer()
  return tablesOf(field).flatMap((table) => {
    const said = table === field ? '' : `${localize(table.label, locale)} › `
    const entry = (deed: 'import' | 'csv' | 'xlsx', label: string) => ({
      key: `${table.key} ${deed}`,
      label: `${said}${label}`,
    })
    const mayImport = change !== undefined && (table === field || count > 0)
    return [
      ...(mayImport ? [entry('import', t('control.importRows'))] : []),
      ...(mayExport ? (['csv', 'xlsx'] as const).map((key) => entry(key, t(`control.export_${key}`))) : []),
    ]
  })
}

/** What reading a file into the rows, or into those inside them, needs. */
function useImport({ field, count, change }: ItemsToolsProps, table: LineItemsField) {
  const { rights, newId, locale } = useRenderer()
  const place = useFieldPlace()
  if (place === null) return null
  const own = rowsAt(place, field)
  const rows = table === field ? own : { ...own, lineItems: `${own.lineItems}.${table.key}` }
  const mayWrite = (column: string) => rights[place.form]?.fields[`${rows.lineItems}.${column}`] === 'write'
  const columns = table.fields.filter(({ key, type }) => type !== 'lineItems' && mayWrite(key))
  const around = table === field ? undefined : { header: rowNumberHeader(field, locale), count }
  const onImport: ItemsImportProps['onImport'] = (found, way, places) => {
    const lines = found.map((row, at) => ({ row: row as JsonValue as ItemRow, at: places[at] ?? 0 }))
    const inside: Step = (now) => fillInside(now, table.key, lines, way === 'replace')
    change?.(table === field ? taken(found, way, newId) : inside, 'import')
  }
  return { rows, columns, around, onImport }
}

interface OpenImportProps extends ItemsToolsProps {
  readonly table: LineItemsField
  readonly onClose: () => void
}

function OpenImport({ table, onClose, ...props }: OpenImportProps) {
  const { items } = useRenderer().data
  const wanted = useImport(props, table)
  if (wanted === null || items === undefined) return null
  return (
    <Suspense fallback={null}>
      <ItemsImport
        {...wanted}
        field={table}
        items={items}
        onClose={onClose}
        onImport={(...found) => {
          onClose()
          wanted.onImport(...found)
          props.onChecked?.()
        }}
      />
    </Suspense>
  )
}

/** Rows from a file and into one; only for who is signed in. */
export function ItemsTools(props: ItemsToolsProps) {
  const { field, change } = props
  const { data, rights } = useRenderer()
  const t = useTexts()
  const { message } = useSay()
  const place = useFieldPlace()
  const [open, setOpen] = useState<LineItemsField | null>(null)
  const { items } = data
  const isOwn = place?.record !== undefined && place.lineItems === undefined
  const entries = useEntries(props, isOwn && rights[place.form]?.export === true)
  if (items === undefined || place === null || entries.length === 0) return null
  const download = async (table: LineItemsField, format: 'csv' | 'xlsx') => {
    const lineItems = table === field ? field.key : `${field.key}.${table.key}`
    try {
      await items.download({ form: place.form, lineItems }, place.record ?? '', format)
    } catch (error) {
      message.error(problemOf(error)?.title ?? t('control.downloadFailed'))
    }
  }
  const choose = (entry: string) => {
    const [key, deed] = entry.split(' ')
    const table = tablesOf(field).find((one) => one.key === key) ?? field
    if (deed === 'import') setOpen(table)
    else void download(table, deed === 'csv' ? 'csv' : 'xlsx')
  }
  return (
    <>
      <Dropdown autoFocus trigger={['click']} menu={{ items: entries, onClick: ({ key }) => choose(key) }}>
        <Button size="small" icon={<Icon name="more" />}>
          {t('control.tableFile')}
        </Button>
      </Dropdown>
      {open !== null && change !== undefined && (
        <OpenImport {...props} table={open} onClose={() => setOpen(null)} />
      )}
    </>
  )
}
