import { isOther, otherMark, otherValue } from '@pipewright/metadata'
import type { ChoiceField, MultiChoiceField } from '@pipewright/schemas'
import { OptionTag } from '@pipewright/ui'
import { Select } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { asText, asTexts, controlAttributes, placeholderOf } from '../control-attributes.ts'
import type { ControlProps } from '../field-control.ts'
import { useAnswer, useOffered, type ListedOption } from './option-list.ts'
import { inputOf, OtherInput } from './other-input.tsx'
import { useOptionSearch } from './use-option-search.ts'
import { waitsFor } from './waits-for.ts'

type SelectProps = ControlProps<ChoiceField> | ControlProps<MultiChoiceField>

/** The list as it opens: the options, and a last entry for an answer of one's own, named as typed. */
function useEntries(props: SelectProps) {
  const t = useTexts()
  const [typed, setTyped] = useState('')
  const offered = useOffered(props.field, props.value, props.above)
  const { matches, onSearch } = useOptionSearch(() => offered.map((option) => option.label))
  const text = typed.trim()
  const other: ListedOption = {
    value: otherMark,
    label: text === '' ? t('control.other') : t('control.otherNamed', { text }),
    color: undefined,
  }
  return {
    text,
    options: props.field.other === true ? [...offered, other] : offered,
    search: {
      autoClearSearchValue: true,
      filterOption: (wanted: string, option: ListedOption | undefined) =>
        option !== undefined && (option.value === otherMark || matches(wanted, option.label)),
      onSearch: (wanted: string) => {
        setTyped(wanted)
        onSearch(wanted)
      },
    },
    clear: () => setTyped(''),
  }
}

/** A list that opens: for any number of options, searched while typing. */
export function OptionSelect(props: SelectProps) {
  const t = useTexts()
  const { locale } = useRenderer()
  const { options, search, text, clear } = useEntries(props)
  const answer = useAnswer(props.field)
  const waits = waitsFor(props, options.length)
  const many = props.field.type === 'multiChoice'
  const values = many ? asTexts(props.value) : [asText(props.value)].filter((one) => one !== '')
  const own = values.find(isOther)
  const tell = (next: readonly string[]) => {
    if (many) props.onChange(next.length === 0 ? null : [...next])
    else props.onChange(next[0] ?? null)
  }
  const pick = (picked: readonly string[]) => {
    clear()
    tell(picked.map((one) => (one === otherMark ? otherValue(text) : one)))
  }
  return (
    <>
      <Select<string | string[] | null, ListedOption>
        {...controlAttributes(props)}
        className="pw-fill"
        {...(many ? { mode: 'multiple' as const, maxTagCount: 'responsive' as const } : {})}
        allowClear={many || !props.required}
        placeholder={
          waits
            ? t('control.chooseFirst', { field: waits })
            : (placeholderOf(props, locale) ?? t('control.choose'))
        }
        showSearch={search}
        notFoundContent={waits ? t('control.chooseFirst', { field: waits }) : t('control.nothingFound')}
        options={options}
        optionRender={({ data }) => <OptionTag label={data.label} color={data.color} />}
        labelRender={({ value }) => {
          const { label, color } = answer(String(value))
          const shown = isOther(value) ? t('control.other') : label
          return many ? shown : <OptionTag label={shown} color={color} />
        }}
        value={many ? values : (values[0] ?? null)}
        onChange={(picked) => pick(Array.isArray(picked) ? picked : picked ? [picked] : [])}
      />
      {own !== undefined && (
        <OtherInput
          {...inputOf(props)}
          value={own}
          onChange={(next) => tell(values.map((one) => (one === own ? next : one)))}
        />
      )}
    </>
  )
}
