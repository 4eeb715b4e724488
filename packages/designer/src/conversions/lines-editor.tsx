import { rowsPlace, type DefinitionIndex, type Place } from '@pipewright/metadata'
import type { ConversionLines, LineItemsField } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Select } from 'antd'
import { useMemo } from 'react'
import { withoutEmpty } from '../documents/without-empty.ts'
import { useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { ConversionSite } from './conversion-scope.ts'
import { MappingEditor } from './mapping-editor.tsx'
import { suggestValues } from './suggest-values.ts'

export interface LinesEditorProps {
  readonly to: Place
  /** Where the rows come from: the record, or the row around them. */
  readonly source: Place
  readonly from: ConversionSite
  readonly lines: readonly ConversionLines[]
  readonly onChange: (lines: ConversionLines[] | undefined) => void
}

const most = 10

const tablesAt = (index: DefinitionIndex, { form, lineItems }: Place): LineItemsField[] =>
  index.fieldsOf(form, lineItems).filter((field) => field.type === 'lineItems')

/** What rows see: those they are made from, and for rows inside rows those around. */
const inRows = (from: ConversionSite, source: Place, table: string): ConversionSite => ({
  ...from,
  row: rowsPlace(source, table),
  ...(source.lineItems !== undefined && { parent: source }),
})

interface TableProps extends Omit<LinesEditorProps, 'lines' | 'onChange'> {
  readonly line: ConversionLines
  readonly onChange: (line: ConversionLines) => void
  readonly onRemove: () => void
}

/** One table of the new record and the table whose rows it takes over. */
function TableOfLines({ to, source, from, line, onChange, onRemove }: TableProps) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const site = useMemo(() => inRows(from, source, line.from), [from, source, line.from])
  const place = rowsPlace(to, line.field)
  const named = ({ key, label }: LineItemsField) => ({ value: key, label: read(label, key) })
  const name = read(tablesAt(index, to).find(({ key }) => key === line.field)?.label, line.field)
  const suggest = (values: ConversionLines['values']) => suggestValues(index, site, place, values)
  const inner = rowsPlace(source, line.from)
  const hasInner = tablesAt(index, place).length > 0 && tablesAt(index, inner).length > 0
  return (
    <section className="pwd-card" aria-label={name}>
      <div className="pwd-line">
        <strong className="pwd-map-target">{name}</strong>
        <Icon name="left" />
        <Select
          className="pwd-grow"
          aria-label={t('conversions.rowsOf', { table: name })}
          value={line.from}
          options={tablesAt(index, source).map(named)}
          onChange={(table: string) => {
            const values = suggestValues(index, inRows(from, source, table), place)
            onChange({ field: line.field, from: table, values })
          }}
        />
        <button
          type="button"
          className="pwd-tool"
          aria-label={t('conversions.removeTable', { table: name })}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      </div>
      <MappingEditor
        label={t('conversions.columnsOf', { table: name })}
        to={place}
        from={site}
        values={line.values}
        makes
        filled={(line.lines ?? []).map(({ field }) => field)}
        suggest={suggest}
        onChange={(values) => onChange({ ...line, values })}
      />
      {hasInner && (
        <LinesEditor
          to={place}
          source={inner}
          from={from}
          lines={line.lines ?? []}
          onChange={(lines) =>
            onChange(withoutEmpty<ConversionLines>({ ...line, lines: lines as ConversionLines['lines'] }))
          }
        />
      )}
    </section>
  )
}

/** Tables whose rows are taken over, row by row. */
export function LinesEditor({ to, source, from, lines, onChange }: LinesEditorProps) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const sources = tablesAt(index, source)
  const free = tablesAt(index, to).filter(({ key }) => !lines.some(({ field }) => field === key))
  const add = (table: LineItemsField) => {
    const origin = sources.find(({ key }) => key === table.key) ?? sources[0]
    if (origin === undefined) return
    const values = suggestValues(index, inRows(from, source, origin.key), rowsPlace(to, table.key))
    onChange([...lines, { field: table.key, from: origin.key, values }])
  }
  return (
    <>
      {lines.map((line, at) => (
        <TableOfLines
          key={line.field}
          {...{ to, source, from, line }}
          onChange={(next) => onChange(lines.map((one, place) => (place === at ? next : one)))}
          onRemove={() => {
            const left = lines.filter((_, place) => place !== at)
            onChange(left.length === 0 ? undefined : left)
          }}
        />
      ))}
      {sources.length > 0 && lines.length < most && (
        <div className="pwd-line">
          {free.map((table) => (
            <Button key={table.key} icon={<Icon name="plus" />} onClick={() => add(table)}>
              {t('conversions.addTable', { table: read(table.label, table.key) })}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}
