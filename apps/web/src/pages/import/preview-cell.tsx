import type { ImportRows } from '@pipewright/contract'
import { FieldValue } from '@pipewright/renderer'
import type { Field } from '@pipewright/schemas'
import { useText } from '../../texts/use-text.ts'
import { PreviewLines } from './preview-lines.tsx'
import { useImportText } from './use-import-text.ts'

type Row = ImportRows['rows'][number]

/** What a field will hold; of one that changes, also what it holds now. */
export function PreviewCell({
  field,
  row,
  titles,
}: {
  field: Field
  row: Row
  titles: ImportRows['titles']
}) {
  const text = useText()
  if (field.type === 'lineItems') {
    if (!Object.hasOwn(row.values, field.key)) return null
    const lines = { field, value: row.values[field.key] ?? null, titles }
    const isChanged = row.was !== null && Object.hasOwn(row.was, field.key)
    return <PreviewLines {...lines} {...(isChanged ? { was: row.was?.[field.key] ?? null } : {})} />
  }
  const value = <FieldValue field={field} value={row.values[field.key] ?? null} titles={titles} />
  if (row.record !== null && !Object.hasOwn(row.values, field.key)) return null
  if (row.was === null || !Object.hasOwn(row.was, field.key)) return value
  const was = row.was[field.key] ?? null
  return (
    <span className="import-change">
      {was !== null && (
        <del>
          <span className="pw-hidden-text">{text('importWas')}</span>
          <FieldValue field={field} value={was} titles={titles} />
        </del>
      )}
      <ins>
        <span className="pw-hidden-text">{text('importBecomes')}</span>
        {row.values[field.key] === null ? text('importEmptied') : value}
      </ins>
    </span>
  )
}

/** Why a row cannot come in. */
export function Reasons({ row }: { row: Row }) {
  const own = useImportText()
  return (
    <ul className="import-reasons">
      {row.problems.map(({ row: at, column, code, message }) => (
        <li key={`${at}:${column ?? ''}:${code}:${message}`}>
          {at === row.row ? '' : `${own('rowAt', { row: at })} `}
          {column === null ? message : own('reasonAt', { column, message })}
        </li>
      ))}
    </ul>
  )
}
