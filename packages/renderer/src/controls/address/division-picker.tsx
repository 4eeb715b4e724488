import { chinaDivisions } from '@pipewright/compiler/divisions'
import type { Division } from '@pipewright/compiler'
import type { AddressField } from '@pipewright/schemas'
import { Cascader } from 'antd'
import { useMemo } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { controlAttributes } from '../control-attributes.ts'
import type { ControlProps } from '../field-control.ts'
import { useOptionSearch } from '../options/use-option-search.ts'

interface Option {
  readonly value: string
  readonly label: string
  readonly children?: Option[]
}

interface DivisionPickerProps extends Omit<ControlProps<AddressField>, 'value' | 'onChange'> {
  readonly depth: NonNullable<AddressField['depth']>
  readonly value: readonly string[]
  readonly onPick: (names: readonly string[]) => void
}

const levels = { province: 1, city: 2, district: 3, street: 3 }
const shownHits = 50

function optionsOf(divisions: readonly Division[], depth: number): Option[] {
  return divisions.map(({ name, children }) =>
    depth > 1 && children.length > 0
      ? { value: name, label: name, children: optionsOf(children, depth - 1) }
      : { value: name, label: name },
  )
}

const namesIn = (options: readonly Option[]): string[] =>
  options.flatMap(({ label, children }) => [label, ...namesIn(children ?? [])])

/** Province, city and district one after the other, or any of them searched by characters, pinyin or first letters. */
export function DivisionPicker({ depth, value, onPick, ...props }: DivisionPickerProps) {
  const t = useTexts()
  const options = useMemo(() => optionsOf(chinaDivisions, levels[depth]), [depth])
  const { matches, onSearch } = useOptionSearch(() => [...new Set(namesIn(options))])
  const { onBlur: _, ...attributes } = controlAttributes({ ...props, value: null, onChange: () => undefined })
  return (
    <Cascader<Option>
      {...attributes}
      aria-label={`${props.label}: ${t('control.address_division')}`}
      className="pw-fill"
      changeOnSelect
      options={options}
      placeholder={t('control.address_division')}
      showSearch={{
        limit: shownHits,
        filter: (text, path) => path.some((option) => matches(text, option.label)),
        onSearch,
      }}
      value={[...value]}
      onChange={(names) => onPick(Array.isArray(names) ? names.map(String) : [])}
    />
  )
}
