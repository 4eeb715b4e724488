import { Icon } from '@pipewright/ui'
import type { Expression } from '@pipewright/schemas'
import { Popover, Radio } from 'antd'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { useReadableFields } from '../../environment/readable-fields.ts'
import { useNames } from '../../environment/use-names.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { columnCondition, withColumnCondition } from '../../table/column-menu/column-condition.ts'
import { ValueList } from '../../table/column-menu/value-list.tsx'
import type { Column } from '../../table/column-of-path.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { writeFilter, type Condition } from '../filter-tree.ts'
import { ManyEditor } from '../many-editor.tsx'
import { namedRecords } from '../named-records.ts'
import { readerScope } from '../reader-scope.ts'
import { useFilterSentence } from '../use-filter-sentence.ts'
import { anyOf, quickKind } from './quick-values.ts'
import { SpanList } from './span-list.tsx'

export interface QuickChipProps {
  readonly form: string
  readonly filter: Expression | null
  readonly onFilter: (filter: Expression | null) => void
}

interface FieldChipProps extends QuickChipProps {
  readonly column: Column
}

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
  if (kind === 'records') return <ManyEditor {...many} />
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

/** A field above a list: what it asks for now, its values to choose, and the way out. */
export function FieldChip(props: FieldChipProps) {
  const { form, column, filter, onFilter } = props
  const t = useTexts()
  const [open, setOpen] = useState(false)
  const condition = columnCondition(filter, column.path)
  const written = condition === null ? null : writeFilter(condition)
  const sentence = useFilterSentence(form, written)
  const isOn = written !== null
  return (
    <span className={isOn ? 'pw-chip pw-chip-on' : 'pw-chip'}>
      <Popover
        open={open}
        onOpenChange={setOpen}
        destroyOnHidden
        trigger="click"
        placement="bottomLeft"
        content={
          <Panel label={t('filter.quickOf', { field: column.label })} onClose={() => setOpen(false)}>
            <Values {...props} />
          </Panel>
        }
      >
        <button type="button" aria-haspopup="dialog" aria-expanded={open} title={isOn ? sentence : undefined}>
          <span>{isOn ? sentence : column.label}</span> <Icon name="down" />
        </button>
      </Popover>
      {isOn && (
        <button
          type="button"
          aria-label={t('filter.quickClear', { field: column.label })}
          onClick={() => onFilter(withColumnCondition(filter, column.path, null))}
        >
          <Icon name="close" />
        </button>
      )}
    </span>
  )
}
