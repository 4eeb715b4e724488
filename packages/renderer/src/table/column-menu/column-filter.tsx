import type { Expression } from '@pipewright/schemas'
import { keptOnScreen } from '@pipewright/ui'
import { Button, Popover, Select } from 'antd'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import {
  filterOperators,
  offeredOperators,
  operandOf,
  type FilterOperator,
} from '../../filter/filter-operator.ts'
import { keptValue, operatorOptions } from '../../filter/condition-row.tsx'
import type { Condition } from '../../filter/filter-tree.ts'
import { ValueEditor } from '../../filter/value-editor.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { Column } from '../column-of-path.ts'
import { columnCondition, withColumnCondition } from './column-condition.ts'
import { ValueList } from './value-list.tsx'

export interface ColumnFilterProps {
  readonly form: string
  readonly at: HTMLElement
  readonly column: Column
  readonly filter: Expression | null
  readonly onFilter: (filter: Expression | null) => void
  readonly onClose: () => void
}

/** A panel at a button of the page; the focus goes into it and back when it is closed. */
function PanelAt({
  at,
  label,
  onClose,
  children,
}: {
  at: HTMLElement
  label: string
  onClose: () => void
  children: ReactNode
}) {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Its first field is drawn one frame later, with the popover.
    const frame = requestAnimationFrame(() =>
      panel.current?.querySelector<HTMLElement>('input:not([readonly]), .ant-select input, button')?.focus(),
    )
    return () => cancelAnimationFrame(frame)
  }, [])
  const { left, top, width, height } = at.getBoundingClientRect()
  const close = () => {
    onClose()
    at.focus()
  }
  const content = (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc closes a dialog from anywhere in it
    <div
      ref={panel}
      role="dialog"
      aria-label={label}
      className="pw-column-filter"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        close()
      }}
    >
      {children}
    </div>
  )
  return createPortal(
    <Popover
      open
      trigger="click"
      placement="bottomLeft"
      {...keptOnScreen}
      content={content}
      onOpenChange={(isOpen) => !isOpen && close()}
    >
      <span
        aria-hidden="true"
        style={{ position: 'fixed', pointerEvents: 'none', left, top, width, height }}
      />
    </Popover>,
    document.body,
  )
}

const listed: ReadonlySet<string> = new Set([
  'choice',
  'multiChoice',
  'member',
  'members',
  'department',
  'departments',
])

/** Asks for the records of one column: its comparisons, and a list of its values where there is one. */
export function ColumnFilter({ at, column, filter, onFilter, onClose }: ColumnFilterProps) {
  const id = useId()
  const t = useTexts()
  const { field, path, label } = column
  const before = columnCondition(filter, path)
  const [condition, setCondition] = useState<Condition>(
    () => before ?? { kind: 'condition', path, operator: filterOperators(field)[0] ?? 'eq', value: null },
  )
  const operand = operandOf(condition.operator)
  const tell = (next: Condition | null) => {
    onFilter(withColumnCondition(filter, path, next))
    onClose()
    at.focus()
  }
  const Editor = operand === 'many' && listed.has(field.type) ? ValueList : ValueEditor
  return (
    <PanelAt at={at} label={t('table.filterOf', { column: label })} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          tell(condition)
        }}
      >
        <Select
          aria-label={t('table.comparison')}
          className="pw-fill"
          options={operatorOptions(offeredOperators(field, condition.operator), field, t)}
          value={condition.operator}
          onChange={(operator: FilterOperator) =>
            setCondition({ ...condition, operator, value: keptValue(condition, operator) })
          }
        />
        <Editor
          id={id}
          label={label}
          field={field}
          operand={operand}
          value={condition.value}
          onChange={(value) => setCondition((now) => ({ ...now, value }))}
        />
        <div className="pw-column-filter-end">
          {before !== null && <Button onClick={() => tell(null)}>{t('table.filterClear')}</Button>}
          <Button type="primary" htmlType="submit">
            {t('table.filterApply')}
          </Button>
        </div>
      </form>
    </PanelAt>
  )
}
