import { workspaceCurrency, type CalculatedField } from '@pipewright/metadata'
import type { FormulaField } from '@pipewright/schemas'
import { Select } from 'antd'
import { useDefinition } from '../../environment/design-context.ts'
import { NumberProperty } from '../../parts/number-property.tsx'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { CurrencySelect } from './currency-select.tsx'
import type { FieldChanges } from './sheet.ts'

type Result = FormulaField['resultType']

export interface ResultTypeProps {
  readonly field: CalculatedField
  readonly offered: readonly Result[]
  readonly change: (changes: FieldChanges<FormulaField>) => void
}

const decimal: ReadonlySet<Result> = new Set<Result>(['number', 'money', 'percent'])

/** How a calculated value is shown: as a number, an amount, a date … */
export function ResultType({ field, offered, change }: ResultTypeProps) {
  const t = useTexts()
  const usual = workspaceCurrency(useDefinition())
  const choose = (resultType: Result) =>
    change({
      resultType,
      scale: decimal.has(resultType) ? (field.scale ?? 2) : undefined,
      currency: resultType === 'money' ? (field.currency ?? usual) : undefined,
    })
  return (
    <>
      <Property label={t('inspector.resultType')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            value={field.resultType}
            options={offered.map((value) => ({ value, label: t(`result.${value}`) }))}
            onChange={choose}
          />
        )}
      </Property>
      {field.resultType === 'money' && (
        <CurrencySelect value={field.currency ?? usual} onCommit={(currency) => change({ currency })} />
      )}
      {decimal.has(field.resultType) && (
        <NumberProperty
          label={t('inspector.scale')}
          value={field.scale}
          min={0}
          max={8}
          placeholder="2"
          onCommit={(scale) => change({ scale })}
        />
      )}
    </>
  )
}
