import type { Board } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useRenderer } from '../environment/use-renderer.ts'
import { useCount } from '../formats/use-count.ts'
import { useFormat } from '../formats/use-format.ts'
import { useTexts } from '../texts/use-texts.ts'

export interface ColumnHeadProps {
  readonly column: Board['columns'][number]
  readonly title: string
  readonly color: string
  readonly formLabel: string
  readonly onCreate: ((value: string) => void) | undefined
  readonly onFold: ((folded: boolean) => void) | undefined
}

/** How a column is called, how many records it has, and what can be done with it. */
export function ColumnHead({ column, title, color, formLabel, onCreate, onFold }: ColumnHeadProps) {
  const t = useTexts()
  const said = useCount()
  return (
    <header>
      <span className="pw-dot" style={{ background: `var(--pw-${color}-solid)` }} aria-hidden="true" />
      <h2>{title}</h2>
      <span className="pw-board-count pw-numeric">{said(column.count)}</span>
      {onCreate !== undefined && column.value !== null && (
        <Button
          type="text"
          size="small"
          icon={<Icon name="plus" />}
          aria-label={t('board.addIn', { form: formLabel, stage: title })}
          onClick={() => onCreate(column.value ?? '')}
        />
      )}
      {onFold !== undefined && (
        <Button
          type="text"
          size="small"
          icon={<Icon name="left" />}
          aria-label={t('board.fold', { stage: title })}
          title={t('board.fold', { stage: title })}
          onClick={() => onFold(true)}
        />
      )}
    </header>
  )
}

/** A column out of the way: cards can still be dropped on it. */
export function FoldedColumn({
  column,
  title,
  color,
  onFold,
}: Pick<ColumnHeadProps, 'column' | 'title' | 'color' | 'onFold'>) {
  const t = useTexts()
  const count = useCount()(column.count)
  return (
    <button
      type="button"
      className="pw-board-strip"
      aria-label={t('board.unfold', { stage: title, count })}
      onClick={() => onFold?.(false)}
    >
      <span className="pw-dot" style={{ background: `var(--pw-${color}-solid)` }} />
      <span className="pw-numeric">{count}</span>
      <span className="pw-board-strip-name">{title}</span>
    </button>
  )
}

/** What the records of a column come to. */
export function ColumnSums({
  column,
  sums,
}: Pick<ColumnHeadProps, 'column'> & { readonly sums: readonly Field[] }) {
  const format = useFormat()
  const { locale } = useRenderer()
  if (sums.length === 0) return null
  return (
    <div className="pw-board-sums pw-numeric">
      {sums.map((field) => (
        <span key={field.key}>
          {sums.length > 1 && <span className="pw-board-sum-name">{localize(field.label, locale)}</span>}
          {format(field, column.sums[field.key] ?? '0')}
        </span>
      ))}
    </div>
  )
}
