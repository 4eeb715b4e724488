import type { Field } from '@pipewright/schemas'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useTexts, type TextKey } from '../../texts/use-texts.ts'
import { asText, asTexts, controlAttributes } from '../control-attributes.ts'
import type { ControlProps } from '../field-control.ts'
import { useOptionSearch } from '../options/use-option-search.ts'

interface Choice {
  readonly value: string
  readonly label: string
}

export interface PeopleSelectProps {
  readonly control: ControlProps<Field>
  readonly many: boolean
  readonly options: readonly Choice[]
  readonly placeholder: TextKey
  readonly draw: (id: string, name: string) => ReactNode
  readonly nameOf: (id: string) => string
}

/** Picks people or departments by name, pinyin or first letters. */
export function PeopleSelect({ control, many, options, placeholder, draw, nameOf }: PeopleSelectProps) {
  const t = useTexts()
  const { matches, onSearch } = useOptionSearch(() => options.map((option) => option.label))
  const id = asText(control.value)
  return (
    <Select<string | string[] | null, Choice>
      {...controlAttributes(control)}
      className="pw-fill"
      {...(many ? { mode: 'multiple' as const, maxTagCount: 'responsive' as const } : {})}
      allowClear={many || !control.required}
      placeholder={t(placeholder)}
      showSearch={{
        filterOption: (text, option) => option !== undefined && matches(text, option.label),
        onSearch,
      }}
      notFoundContent={t('control.nothingFound')}
      options={[...options]}
      optionRender={({ data }) => draw(data.value, data.label)}
      labelRender={({ value }) => {
        const name = nameOf(String(value))
        return many ? name : draw(String(value), name)
      }}
      value={many ? asTexts(control.value) : id || null}
      onChange={(picked) => {
        if (Array.isArray(picked)) control.onChange(picked.length === 0 ? null : picked)
        else control.onChange(picked ?? null)
      }}
    />
  )
}
