import type { ImportColumn, ItemsTable, ReadItems } from '@pipewright/contract'
import { ErrorNotice, listed, RowsSkeleton, useUiLocale } from '@pipewright/ui'
import type { LineItemsField } from '@pipewright/schemas'
import { useQuery } from '@tanstack/react-query'
import { Alert, Modal, Segmented } from 'antd'
import { useId, useState } from 'react'
import type { ItemsData, ItemsPlace } from '../../environment/renderer-data.ts'
import { problemOf } from '../../environment/problem-of.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { ImportFile } from './import-file.tsx'
import { ImportMapping } from './import-mapping.tsx'
import { ImportPreview } from './import-preview.tsx'
import { numberColumn, placesIn, type RowsAround } from './inside-rows.ts'
import type { ItemRow } from './row-changes.ts'

export type ImportWay = 'append' | 'replace'

export interface ItemsImportProps {
  readonly rows: ItemsPlace
  readonly field: LineItemsField
  readonly items: ItemsData
  /** Columns that the writer may fill. */
  readonly columns: LineItemsField['fields']
  /** Of rows inside rows: the rows that the table names by their numbers. */
  readonly around?: RowsAround | undefined
  /** Of rows inside rows with the place of the row that each of them stands in. */
  readonly onImport: (rows: readonly ItemRow[], way: ImportWay, places: readonly number[]) => void
  readonly onClose: () => void
}

/** Where the lines of a table of rows inside rows belong, and those that do not say it. */
function linesOf(table: ItemsTable | null, around: RowsAround | undefined) {
  if (around === undefined || table === null) return { places: [], astray: [] }
  const found = placesIn(table, numberColumn(table, around), around)
  return {
    places: found.flatMap((place) => place ?? []),
    astray: found.flatMap((place, at) => (place === undefined ? [at + 1] : [])),
  }
}

/** The mapping without the column of numbers, which fills nothing. */
function fillingOf(table: ItemsTable, around: RowsAround | undefined): readonly ImportColumn[] {
  const numbers = around === undefined ? -1 : numberColumn(table, around)
  return table.mapping.map((one) => (one.column === numbers ? { ...one, field: null } : one))
}

/** What the cells say by this mapping, read anew whenever it changes. */
function useRead(
  { rows, items }: ItemsImportProps,
  table: ItemsTable | null,
  mapping: readonly ImportColumn[],
) {
  const id = useId()
  const mapped = mapping.filter((column) => column.field !== null)
  return useQuery<ReadItems>({
    queryKey: ['read-items', id, table?.header, table?.rows.length, mapped],
    enabled: table !== null && mapped.length > 0,
    queryFn: () => items.read(rows, { mapping: [...mapped], rows: [...(table?.rows ?? [])] }),
    gcTime: 0,
  })
}

/** The lines of a file that do not say in which row they belong. */
function Astray({ around, lines }: { readonly around: RowsAround; readonly lines: readonly number[] }) {
  const t = useTexts()
  const locale = useUiLocale()
  if (lines.length === 0) return null
  const rows = listed(lines.slice(0, 20), locale)
  return <Alert type="warning" showIcon title={t('control.importAstray', { ...around, rows })} />
}

interface WayChoiceProps {
  readonly way: ImportWay
  readonly onChange: (way: ImportWay) => void
}

function WayChoice({ way, onChange }: WayChoiceProps) {
  const t = useTexts()
  return (
    <Segmented<ImportWay>
      aria-label={t('control.importWay')}
      value={way}
      onChange={onChange}
      options={[
        { value: 'append', label: t('control.importAppend') },
        { value: 'replace', label: t('control.importReplace') },
      ]}
    />
  )
}

/** Rows from a file: choose it, say which column fills which, look, and add them or put them in place of the others. */
export function ItemsImport(props: ItemsImportProps) {
  const t = useTexts()
  const { titles } = useRenderer()
  const [table, setTable] = useState<ItemsTable | null>(null)
  const [mapping, setMapping] = useState<readonly ImportColumn[]>([])
  const [way, setWay] = useState<ImportWay>('append')
  const read = useRead(props, table, mapping)
  const rows = read.data?.rows ?? []
  const { around } = props
  const { places, astray } = linesOf(table, around)
  const done = () => {
    for (const [id, title] of Object.entries(read.data?.titles ?? {})) titles.learn(id, title)
    props.onImport(rows, way, places)
  }
  return (
    <Modal
      open
      width={880}
      title={t('control.importRows')}
      okText={t('control.importTake', { count: rows.length })}
      okButtonProps={{ disabled: rows.length === 0 || read.isFetching || astray.length > 0 }}
      onOk={done}
      onCancel={props.onClose}
    >
      {table === null ? (
        <ImportFile
          read={(file) => props.items.readFile(props.rows, file)}
          onTable={(found) => {
            setTable(found)
            setMapping(fillingOf(found, around))
          }}
        />
      ) : (
        <>
          <ImportMapping table={table} mapping={mapping} columns={props.columns} onChange={setMapping} />
          {read.isError && (
            <ErrorNotice problem={problemOf(read.error)} onRetry={() => void read.refetch()} />
          )}
          {around !== undefined && <Astray around={around} lines={astray} />}
          {read.isFetching && <RowsSkeleton rows={3} />}
          {read.data !== undefined && !read.isFetching && (
            <ImportPreview read={read.data} columns={props.columns} more={table.more} />
          )}
          <WayChoice way={way} onChange={setWay} />
        </>
      )}
    </Modal>
  )
}
