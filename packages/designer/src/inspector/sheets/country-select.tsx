import { countries } from '@pipewright/metadata'
import { Select } from 'antd'
import { useMemo } from 'react'
import { Property } from '../../parts/property.tsx'
import { useDesign } from '../../environment/design-context.ts'

interface CountrySelectProps {
  readonly label: string
  readonly value: string | undefined
  /** What no country means. */
  readonly none: string
  readonly onCommit: (code: string | undefined) => void
}

/** A country by its name in the language of the interface. */
export function CountrySelect({ label, value, none, onCommit }: CountrySelectProps) {
  const { locale } = useDesign()
  const options = useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: 'region' })
    return countries
      .map((code) => ({ value: code, label: names.of(code) ?? code }))
      .toSorted((a, b) => a.label.localeCompare(b.label, locale))
  }, [locale])
  return (
    <Property label={label}>
      {(id) => (
        <Select<string | null>
          id={id}
          className="pwd-full"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={none}
          value={value ?? null}
          options={options}
          onChange={(code) => onCommit(code ?? undefined)}
        />
      )}
    </Property>
  )
}
