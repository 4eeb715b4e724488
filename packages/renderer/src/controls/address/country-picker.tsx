import { countries, countryName } from '@pipewright/metadata'
import { Select } from 'antd'
import { useMemo } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useOptionSearch } from '../options/use-option-search.ts'

interface CountryPickerProps {
  readonly label: string
  readonly value: string
  readonly disabled: boolean
  readonly onChange: (code: string) => void
}

/** A country by its name, in Chinese also by pinyin. */
export function CountryPicker({ label, value, disabled, onChange }: CountryPickerProps) {
  const { locale } = useRenderer()
  const options = useMemo(
    () =>
      countries
        .map((code) => ({ value: code, label: countryName(code, locale) }))
        .toSorted((a, b) => a.label.localeCompare(b.label, locale)),
    [locale],
  )
  const { matches, onSearch } = useOptionSearch(() => options.map((option) => option.label))
  return (
    <Select
      aria-label={label}
      className="pw-address-country"
      disabled={disabled}
      showSearch={{ onSearch, filterOption: (text, option) => matches(text, option?.label ?? '') }}
      options={options}
      value={value}
      onChange={onChange}
    />
  )
}
