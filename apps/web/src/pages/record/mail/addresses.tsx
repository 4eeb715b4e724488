import type { AnswerOf, Routes } from '@pipewright/contract'
import { useOptionSearch } from '@pipewright/renderer'
import { Select } from 'antd'
import { useState } from 'react'
import { typedAddresses } from './typed-addresses.ts'
import { useMailText } from './use-mail-text.ts'

/** An address of the record or of one around it. */
export type Known = AnswerOf<Routes['getMailStart']>['known'][number]

export interface AddressesProps {
  readonly id: string
  readonly status?: 'error'
  readonly known: readonly Known[]
  readonly value: readonly string[]
  readonly onChange: (addresses: string[]) => void
}

/** Those that are known by the name of whom they belong to, and any other one that is typed or pasted. */
export function Addresses({ known, value, onChange, ...own }: AddressesProps) {
  const t = useMailText()
  const [typed, type] = useState('')
  const { matches, onSearch } = useOptionSearch(() => known.map(({ title }) => title))
  const add = (more: readonly string[]) => onChange([...new Set([...value, ...more])])
  const search = (text: string) => {
    const { whole, rest } = typedAddresses(text)
    onSearch(rest)
    type(rest)
    if (whole.length > 0) add(whole)
  }
  const leave = () => {
    if (typed.includes('@')) add([typed.trim()])
    type('')
  }
  const found = known.filter(
    ({ address, title }) => matches(typed, title) || address.toLowerCase().includes(typed.toLowerCase()),
  )
  const isNew = typed.includes('@') && !found.some(({ address }) => address === typed.trim())
  return (
    <Select
      {...own}
      mode="multiple"
      className="mail-addresses"
      placeholder={t('addressHint')}
      notFoundContent={null}
      value={[...value]}
      onChange={(chosen: string[]) => onChange(chosen)}
      showSearch={{ searchValue: typed, onSearch: search, filterOption: false }}
      onBlur={leave}
      optionLabelProp="value"
      options={[
        ...found.map(({ address, title }) => ({
          value: address,
          label: (
            <span className="mail-known">
              {title} <span className="pw-quiet">{address}</span>
            </span>
          ),
        })),
        ...(isNew ? [{ value: typed.trim(), label: typed.trim() }] : []),
      ]}
    />
  )
}
