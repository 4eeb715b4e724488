import { FieldValue } from '@pipewright/renderer'
import type { LineItemsField } from '@pipewright/schemas'
import { useImportText } from './use-import-text.ts'

const countOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

/** The line items of a record, folded: how many there are and will be, and within which they are. */
export function PreviewLines(props: {
  readonly field: LineItemsField
  readonly value: Parameters<typeof FieldValue>[0]['value']
  /** Left out where they do not change. */
  readonly was?: Parameters<typeof FieldValue>[0]['value']
  readonly titles: Readonly<Record<string, string>>
}) {
  const { field, value, was, titles } = props
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
