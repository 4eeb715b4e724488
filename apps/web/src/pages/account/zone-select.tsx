import { useUiLocale } from '@pipewright/ui'
import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { browserZone } from '../../session/language.ts'
import { useAccountText } from './use-account-text.ts'
import { isSought, zoneOption, zonesWith } from './zones.ts'

interface ZoneSelectProps {
  readonly id?: string
  readonly value?: string
  readonly onChange?: (zone: string) => void
}

/** All time zones to search in, the one of this browser first; they are made when they are asked for. */
export function ZoneSelect({ id, value = 'UTC', onChange }: ZoneSelectProps) {
  const text = useAccountText()
  const locale = useUiLocale()
  const [isAsked, ask] = useState(false)
  const [at] = useState(() => new Date())
  const options = useMemo(() => {
    if (!isAsked) return [zoneOption(value, locale, at)]
    const here = zoneOption(browserZone(), locale, at)
    const others = zonesWith([value]).filter((zone) => zone !== here.value)
    return [here, ...others.map((zone) => zoneOption(zone, locale, at))]
  }, [isAsked, value, locale, at])
  return (
    <Select
      {...(id !== undefined && { id })}
      showSearch={{
        filterOption: (typed, option) => option !== undefined && isSought(option, typed),
      }}
      value={value}
      options={options}
      optionRender={({ value: zone, label }) =>
        zone === browserZone() ? text('zoneHere', { zone: String(label) }) : label
      }
      placeholder={text('zoneSearch')}
      notFoundContent={text('zoneNone')}
      onOpenChange={(isOpen) => isOpen && ask(true)}
      onChange={(zone) => onChange?.(zone)}
    />
  )
}
