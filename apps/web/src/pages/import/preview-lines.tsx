import { FieldValue } from '@pipewright/renderer'
import type { LineItemsField } from '@pipewright/schemas'
import { useImportText } from './use-import-text.ts'

type Value = Parameters<typeof FieldValue>[0]['value']

/** The line items with those columns alone that some line fills: the others are empty until the engine works them out. */
function filled(field: LineItemsField, values: readonly Value[]): LineItemsField {
  const lines = values.flatMap((value) => (Array.isArray(value) ? value : [])) as readonly object[]
  const keys = new Set(
    lines.flatMap((line) =>
      Object.entries(line)
        .filter(([, value]) => value !== null)
        .map(([key]) => key),
    ),
  )
  return { ...field, fields: field.fields.filter(({ key }) => keys.has(key)) }
}

const countOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

/** The line items of a record, folded: how many there are and will be, and within which they are. */
export function PreviewLines(props: {
  readonly field: LineItemsField
  readonly value: Value
  /** Left out where they do not change. */
  readonly was?: Value
  readonly titles: Readonly<Record<string, string>>
}) {
  const { value, was, titles } = props
  const field = filled(props.field, [value, was ?? null])
  const text = useImportText()
  const count = countOf(value)
  const told =
    was === undefined ? text('lines', { count }) : text('linesChange', { was: countOf(was), count })
  return (
    <details className="import-lines">
      <summary>{told}</summary>
      {was !== undefined && (
        <>
          <strong>{text('linesWere')}</strong>
          <FieldValue field={field} value={was} titles={titles} />
          <strong>{text('linesWillBe')}</strong>
        </>
      )}
      <FieldValue field={field} value={value} titles={titles} />
    </details>
  )
}
