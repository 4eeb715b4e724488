import type { PhoneField } from '@pipewright/schemas'
import { useTexts } from '../../texts/use-texts.ts'
import { CountrySelect } from './country-select.tsx'
import type { SheetProps } from './sheet.ts'

/** Where numbers without a country code are dialled. */
export function PhoneSheet({ field, change }: SheetProps<PhoneField>) {
  const t = useTexts()
  return (
    <CountrySelect
      label={t('inspector.phoneCountry')}
      none={t('inspector.phoneCountryNone')}
      value={field.country}
      onCommit={(country) => change({ country })}
    />
  )
}
