import type { Option } from '@pipewright/schemas'
import { Segmented, Switch } from 'antd'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { NumberProperty } from '../parts/number-property.tsx'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'

export interface OptionDetailsProps {
  readonly option: Option
  readonly stages: boolean
  readonly onChange: (changes: { readonly [P in keyof Omit<Option, 'key'>]?: Option[P] | undefined }) => void
}

/** Name in both languages, whether it is still offered and, for a stage, what it stands for. */
export function OptionDetails({ option, stages, onChange }: OptionDetailsProps) {
  const t = useTexts()
  return (
    <div className="pwd-option-details">
      <LocalizedInput
        size="small"
        label={t('inspector.label')}
        value={option.label}
        onCommit={(label) => onChange({ label })}
      />
      {stages && (
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
