import { Radio } from 'antd'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useReadableFields } from '../../environment/readable-fields.ts'
import { useNames } from '../../environment/use-names.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { columnCondition, withColumnCondition } from '../../table/column-menu/column-condition.ts'
import { ValueList } from '../../table/column-menu/value-list.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { Condition } from '../filter-tree.ts'
import { namedRecords } from '../named-records.ts'
import { readerScope } from '../reader-scope.ts'
import { ValueEditor } from '../value-editor.tsx'
import type { FieldChipProps } from './field-chip.tsx'
import { anyOf, quickKind } from './quick-values.ts'
import { SpanList } from './span-list.tsx'

/** The values of a field; each click narrows the list at once. */
function Values({ form, column, filter, onFilter }: FieldChipProps) {
  const id = useId()
  const t = useTexts()
  const { index, locale } = useRenderer()
  const fields = useReadableFields(form)
  const titleOf = useNames(namedRecords(index, form, filter))
  const { path, field, label } = column
  const condition = columnCondition(filter, path)
  const kind = quickKind(field)
  const tell = (next: Condition) => onFilter(withColumnCondition(filter, path, next))
  const operator = anyOf(field)
  const many = {
    id,
    label,
    field,
    operand: 'many' as const,
    value: condition?.operator === operator ? condition.value : null,
    onChange: (value: Condition['value']) => tell({ kind: 'condition', path, operator, value }),
  }
  if (kind === 'days')
    return (
      <SpanList
        label={label}
        path={path}
        field={field}
        scope={readerScope(index, form, fields, locale, titleOf)}
        condition={condition}
        onPick={tell}
      />
    )
  if (kind === 'records') return <ValueEditor {...many} />
  if (kind === 'list') return <ValueList {...many} />
  return (
    <Radio.Group
      aria-label={label}
      className="pw-quick-values"
      value={condition?.operator === 'eq' ? condition.value : null}
      options={[
        { value: true, label: t('value.yes') },
        { value: false, label: t('value.no') },
      ]}
      onChange={({ target }) =>
        tell({ kind: 'condition', path, operator: 'eq', value: target.value as boolean })
      }
    />
  )
}

/** What opens below a chip: the focus goes into it once, and Esc closes it from anywhere. */
function Panel({ label, onClose, children }: { label: string; onClose: () => void; children: ReactNode }) {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const frame = requestAnimationFrame(() => panel.current?.querySelector<HTMLElement>('input')?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc closes a dialog from anywhere in it
    <div
      ref={panel}
      role="dialog"
      aria-label={label}
      className="pw-quick-panel"
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
    >
      {children}
    </div>
  )
}

/** The values of a field that can be asked for above a list. */
export function ChipPanel({ onClose, ...props }: FieldChipProps & { readonly onClose: () => void }) {
  const t = useTexts()
  return (
    <Panel label={t('filter.quickOf', { field: props.column.label })} onClose={onClose}>
      <Values {...props} />
    </Panel>
  )
}
