import { Segmented, Select } from 'antd'
import { useDefinition } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { RuleAudience } from './rule-audience.ts'

export interface AudienceEditorProps {
  readonly value: RuleAudience
  readonly onChange: (audience: RuleAudience) => void
}

/** For whom, on what and for which records a rule applies. */
export function AudienceEditor({ value, onChange }: AudienceEditorProps) {
  const t = useTexts()
  const read = useLocalized()
  const { roles } = useDefinition()
  const records = value.isNew === null ? 'any' : value.isNew ? 'new' : 'existing'
  return (
    <div className="pwd-audience">
      <Property label={t('rules.roles')}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            className="pwd-full"
            placeholder={t('rules.everybody')}
            value={[...value.roles]}
            options={roles.map(({ key, label }) => ({ value: key, label: read(label) }))}
            onChange={(next: string[]) => onChange({ ...value, roles: next })}
          />
        )}
      </Property>
      <Property label={t('rules.records')} group>
        {() => (
          <Segmented
            aria-label={t('rules.records')}
            value={records}
            options={(['any', 'new', 'existing'] as const).map((one) => ({
              value: one,
              label: t(`rules.records_${one}`),
            }))}
            onChange={(one) => onChange({ ...value, isNew: one === 'any' ? null : one === 'new' })}
          />
        )}
      </Property>
      <Property
        label={t('rules.device')}
        group
        {...(value.device === null ? {} : { help: t('rules.deviceHelp') })}
      >
        {() => (
          <Segmented
            aria-label={t('rules.device')}
            value={value.device ?? 'any'}
            options={(['any', 'desktop', 'phone'] as const).map((one) => ({
              value: one,
              label: t(`rules.device_${one}`),
            }))}
            onChange={(one: 'any' | 'desktop' | 'phone') =>
              onChange({ ...value, device: one === 'any' ? null : one })
            }
          />
        )}
      </Property>
    </div>
  )
}
