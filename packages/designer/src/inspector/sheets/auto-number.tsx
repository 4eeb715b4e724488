import type { AutoNumberField } from '@pipewright/schemas'
import { Segmented } from 'antd'
import { exampleNumber } from '../../canvas/sketches/example-number.ts'
import { NumberProperty } from '../../parts/number-property.tsx'
import { Property } from '../../parts/property.tsx'
import { TypedInput } from '../../parts/typed-input.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { SheetProps } from './sheet.ts'

export function AutoNumberSheet({ field, change }: SheetProps<AutoNumberField>) {
  const t = useTexts()
  return (
    <>
      <Property
        label={t('inspector.prefix')}
        help={t('inspector.numberExample', { number: exampleNumber(field) })}
      >
        {(id) => (
          <TypedInput
            id={id}
            value={field.prefix ?? ''}
            maxLength={20}
            onCommit={(prefix) => change({ prefix: prefix === '' ? undefined : prefix })}
          />
        )}
      </Property>
      <NumberProperty
        label={t('inspector.digits')}
        value={field.digits}
        min={1}
        max={12}
        onCommit={(digits) => change({ digits })}
      />
      <Property label={t('inspector.period')} group>
        {() => (
          <Segmented
            block
            aria-label={t('inspector.period')}
            value={field.period ?? 'never'}
            options={(['never', 'year', 'month'] as const).map((value) => ({
              value,
              label: t(`inspector.period_${value}`),
            }))}
            onChange={(period) => change({ period: period === 'never' ? undefined : period })}
          />
        )}
      </Property>
    </>
  )
}
