import type { Form } from '@pipewright/schemas'
import { Segmented } from 'antd'
import { useDesign } from '../environment/design-context.ts'
import { Property, PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'

const places = ['above', 'beside'] as const

/** Where the labels of fields stand. */
export function LabelsProperty({ form }: { readonly form: Form }) {
  const t = useTexts()
  const { edit } = useDesign()
  return (
    <PropertyGroup title={t('labels.title')}>
      <Property label={t('labels.place')} help={t('labels.help')} group>
        {() => (
          <Segmented
            block
            size="small"
            aria-label={t('labels.place')}
            value={form.layout.labels ?? 'above'}
            options={places.map((value) => ({ value, label: t(`labels.${value}`) }))}
            onChange={(next) =>
              edit({ type: 'setPage', form: form.key, labels: next === 'above' ? null : next })
            }
          />
        )}
      </Property>
    </PropertyGroup>
  )
}
