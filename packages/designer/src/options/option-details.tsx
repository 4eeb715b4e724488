import type { Option } from '@pipewright/schemas'
import { Segmented, Select, Switch } from 'antd'
import { useLocalized } from '../environment/use-localized.ts'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { NumberProperty } from '../parts/number-property.tsx'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { OptionsAbove } from './options-above.ts'

export interface OptionDetailsProps {
  readonly option: Option
  readonly stages: boolean
  readonly above: OptionsAbove | undefined
  readonly onChange: (changes: { readonly [P in keyof Omit<Option, 'key'>]?: Option[P] | undefined }) => void
}

/** What a stage stands for in the pipeline. */
function StageDetails({ option, onChange }: Pick<OptionDetailsProps, 'option' | 'onChange'>) {
  const t = useTexts()
  return (
    <>
      <Segmented
        size="small"
        block
        aria-label={t('options.outcome')}
        value={option.outcome ?? 'open'}
        options={(['open', 'won', 'lost'] as const).map((value) => ({
          value,
          label: t(`options.${value}`),
        }))}
        onChange={(outcome) => onChange({ outcome })}
      />
      <NumberProperty
        label={t('options.probability')}
        value={option.probability}
        min={0}
        max={100}
        onCommit={(probability) => onChange({ probability })}
      />
    </>
  )
}

/** Name in both languages, whether it is still offered and, for a stage, what it stands for. */
export function OptionDetails({ option, stages, above, onChange }: OptionDetailsProps) {
  const t = useTexts()
  const read = useLocalized()
  return (
    <div className="pwd-option-details">
      <LocalizedInput
        size="small"
        label={t('inspector.label')}
        value={option.label}
        onCommit={(label) => onChange({ label })}
      />
      {stages && <StageDetails option={option} onChange={onChange} />}
      {above !== undefined && (
        <Property label={t('options.parents', { field: read(above.label) })}>
          {(id) => (
            <Select
              id={id}
              mode="multiple"
              size="small"
              className="pwd-full"
              placeholder={t('options.parentsAll')}
              showSearch={{ optionFilterProp: 'label' }}
              value={option.parents ?? []}
              options={above.options.map((one) => ({ value: one.key, label: read(one.label) }))}
              onChange={(keys: string[]) => onChange({ parents: keys.length === 0 ? undefined : keys })}
            />
          )}
        </Property>
      )}
      <Property label={t('options.offered')} inline>
        {(id) => (
          <Switch
            id={id}
            size="small"
            checked={option.inactive !== true}
            onChange={(offered) => onChange({ inactive: offered ? undefined : true })}
          />
        )}
      </Property>
      <div className="pwd-key">
        {t('inspector.key')} <code>{option.key}</code>
      </div>
    </div>
  )
}
