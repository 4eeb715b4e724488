import { Segmented } from 'antd'
import { useId } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import type { SettingsProps } from './settings-parts.ts'

const densities = ['compact', 'normal', 'roomy'] as const

/** How high the rows are. */
export function Density({ settings, onChange }: Pick<SettingsProps, 'settings' | 'onChange'>) {
  const id = useId()
  const t = useTexts()
  return (
    <section aria-labelledby={id} className="pw-settings-part">
      <h3 id={id}>{t('arrange.density')}</h3>
      <Segmented
        aria-labelledby={id}
        value={settings.density ?? 'normal'}
        options={densities.map((value) => ({ value, label: t(`arrange.${value}`) }))}
        onChange={(density) => onChange({ density })}
      />
    </section>
  )
}
