import type { AddressField } from '@pipewright/schemas'
import { Switch } from 'antd'
import { Property } from '../../parts/property.tsx'
import { SelectProperty } from '../../parts/select-property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { CountrySelect } from './country-select.tsx'
import type { SheetProps } from './sheet.ts'

const depths = ['province', 'city', 'district', 'street'] as const

/** Which country is meant, whether there are others, and how closely a place is asked for. */
export function AddressSheet({ field, change }: SheetProps<AddressField>) {
  const t = useTexts()
  return (
    <>
      <CountrySelect
        label={t('inspector.addressCountry')}
        none="CN"
        value={field.country ?? 'CN'}
        onCommit={(country) => change({ country: country ?? 'CN' })}
      />
      <Property label={t('inspector.abroad')} inline>
        {(id) => (
          <Switch
            id={id}
            size="small"
            checked={field.abroad !== false}
            onChange={(abroad) => change({ abroad })}
          />
        )}
      </Property>
      <SelectProperty
        label={t('inspector.depth')}
        value={field.depth ?? 'street'}
        options={depths.map((one) => ({ value: one, label: t(`inspector.depth_${one}`) }))}
        onCommit={(depth) => change({ depth })}
      />
    </>
  )
}
