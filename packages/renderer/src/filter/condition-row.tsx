import type { JsonValue } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Select } from 'antd'
import { useMemo } from 'react'
import { useTexts, type Translate } from '../texts/use-texts.ts'
import { isFound, type FieldOption } from './field-options.ts'
import {
  filterOperators,
  offeredOperators,
  operandOf,
  operatorGroups,
  operatorText,
  type FilterOperator,
} from './filter-operator.ts'
import type { Condition } from './filter-tree.ts'
import type { OfferedFields } from './offered-fields.ts'
import { ValueEditor } from './value-editor.tsx'

export interface ConditionRowProps {
  readonly id: string
  readonly position: number
  readonly condition: Condition
  readonly fields: OfferedFields
  readonly onChange: (condition: Condition) => void
  readonly onRemove: () => void
}

/** What was given stays when the comparison changes: "is Lost" becomes "is any of Lost". */
export function keptValue({ operator, value }: Condition, next: FilterOperator): JsonValue {
  const before = operandOf(operator)
  const after = operandOf(next)
  if (before === after) return value
  if (before === 'one' && after === 'many' && typeof value === 'string') return [value]
  if (before === 'many' && after === 'one' && Array.isArray(value) && value.length === 1)
    return value[0] ?? null
  return null
}

type OperatorOption = { value: FilterOperator; label: string }

export function operatorOptions(operators: readonly FilterOperator[], field: Field, t: Translate) {
  return operatorGroups(operators).flatMap(
    ({ text, operators: listed }): (OperatorOption | { label: string; options: OperatorOption[] })[] => {
      const options = listed.map((value) => ({ value, label: t(operatorText(value, field)) }))
      return text === undefined ? options : [{ label: t(text), options }]
    },
  )
}

/** Field, comparison, value. */
export function ConditionRow({ id, position, condition, fields, onChange, onRemove }: ConditionRowProps) {
  const t = useTexts()
  const chosen = fields.find(condition.path)
  const operators = chosen === undefined ? [] : offeredOperators(chosen.field, condition.operator)
  const options = useMemo(() => [...fields.optionsFor(condition.path)], [fields, condition.path])
  const place = { position: position + 1 }
  const pickField = (path: string) => {
    const field = fields.find(path)?.field
    if (field !== undefined)
      onChange({ kind: 'condition', path, operator: filterOperators(field)[0] ?? 'eq', value: null })
  }
  const pickOperator = (operator: FilterOperator) => {
    onChange({ ...condition, operator, value: keptValue(condition, operator) })
  }
  return (
    <div className="pw-filter-row">
      <Select<string | null, FieldOption>
        aria-label={t('filter.field', place)}
        className="pw-fill"
        showSearch={{ filterOption: isFound }}
        placeholder={t('control.choose')}
        options={options}
        optionRender={({ data }) => data.short}
        value={condition.path || null}
        onChange={(path) => path !== null && pickField(path)}
      />
      <Select
        aria-label={t('filter.operator', place)}
        className="pw-fill"
        disabled={chosen === undefined}
        showSearch={{ optionFilterProp: 'label' }}
        options={chosen === undefined ? [] : operatorOptions(operators, chosen.field, t)}
        value={condition.operator}
        onChange={pickOperator}
      />
      <div className="pw-filter-value">
        {chosen !== undefined && (
          <ValueEditor
            id={id}
            label={t('filter.value', place)}
            field={chosen.field}
            operand={operandOf(condition.operator)}
            value={condition.value}
            onChange={(value) => onChange({ ...condition, value })}
          />
        )}
      </div>
      <Button
        type="text"
        aria-label={t('filter.remove', place)}
        icon={<Icon name="close" />}
        onClick={onRemove}
      />
    </div>
  )
}
