import { Icon } from '@pipewright/ui'
import { Button, Select } from 'antd'
import type { ReadableField } from '../environment/readable-fields.ts'
import { useTexts } from '../texts/use-texts.ts'
import { filterOperators, operandOf, operatorText, type FilterOperator } from './filter-operator.ts'
import type { Condition } from './filter-tree.ts'
import { ValueEditor } from './value-editor.tsx'

export interface ConditionRowProps {
  readonly id: string
  readonly position: number
  readonly condition: Condition
  readonly fields: readonly ReadableField[]
  readonly onChange: (condition: Condition) => void
  readonly onRemove: () => void
}

/** Field, comparison, value. */
export function ConditionRow({ id, position, condition, fields, onChange, onRemove }: ConditionRowProps) {
  const t = useTexts()
  const chosen = fields.find((field) => field.path === condition.path)
  const operators = chosen === undefined ? [] : filterOperators(chosen.field)
  const place = { position: position + 1 }
  const pickField = (path: string) => {
    const field = fields.find((candidate) => candidate.path === path)?.field
    if (field !== undefined)
      onChange({ kind: 'condition', path, operator: filterOperators(field)[0] ?? 'eq', value: null })
  }
  const pickOperator = (operator: FilterOperator) => {
    const same = operandOf(operator) === operandOf(condition.operator)
    onChange({ ...condition, operator, value: same ? condition.value : null })
  }
  return (
    <div className="pw-filter-row">
      <Select
        aria-label={t('filter.field', place)}
        className="pw-fill"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('control.choose')}
        options={fields.map(({ path, label }) => ({ value: path, label }))}
        value={condition.path || null}
        onChange={(path: string | null) => path !== null && pickField(path)}
      />
      <Select
        aria-label={t('filter.operator', place)}
        className="pw-fill"
        disabled={chosen === undefined}
        options={operators.map((operator) => ({
          value: operator,
          label: chosen === undefined ? operator : t(operatorText(operator, chosen.field)),
        }))}
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
