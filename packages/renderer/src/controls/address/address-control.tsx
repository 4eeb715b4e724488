import { provideDivisions, readAddress } from '@pipewright/compiler'
import { chinaDivisions } from '@pipewright/compiler/divisions'
import type { JsonValue } from '@pipewright/contract'
import type { AddressField } from '@pipewright/schemas'
import { Input } from 'antd'
import type { ClipboardEvent } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { controlAttributes } from '../control-attributes.ts'
import type { ControlProps } from '../field-control.ts'
import { WholeText } from '../whole-text.tsx'
import { addressParts, asAddress, type AddressPart, type AddressTexts } from './address-parts.ts'
import { CountryPicker } from './country-picker.tsx'
import { DivisionPicker } from './division-picker.tsx'

provideDivisions(chinaDivisions)

interface PartProps {
  readonly id: string
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly disabled: boolean
  readonly onChange: (text: string) => void
}

const PartInput = ({ id, label, placeholder, value, disabled, onChange }: PartProps) => (
  <Input
    id={id}
    aria-label={label}
    placeholder={placeholder}
    autoComplete="off"
    maxLength={200}
    disabled={disabled}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
)

/** Country, divisions, street and postcode; a whole address that is pasted fills all of them. */
export function AddressControl(props: ControlProps<AddressField>) {
  const t = useTexts()
  const { country = 'CN', abroad, depth = 'street' } = props.field
  const parts = addressParts(props.value, country)
  const set = (changes: Partial<AddressTexts>) => props.onChange(asAddress({ ...parts, ...changes }, country))
  if (props.compact === true)
    return (
      <WholeText
        {...props}
        placeholder={t('control.typeAddress')}
        read={(text) => asAddress(readAddress(text, country), country) as JsonValue}
      />
    )
  const paste = (event: ClipboardEvent) => {
    const read = readAddress(event.clipboardData.getData('text'), parts.country || country)
    if (!read.province && !read.city) return
    event.preventDefault()
    props.onChange(asAddress(read, country))
  }
  const { onBlur, 'aria-label': label, id, disabled } = controlAttributes(props)
  const one = (name: AddressPart) => (
    <PartInput
      id={`${id}-${name}`}
      label={`${label}: ${t(`control.address_${name}`)}`}
      placeholder={t(`control.address_${name}`)}
      value={parts[name]}
      disabled={disabled}
      onChange={(text) => set({ [name]: text })}
    />
  )
  const isChinese = parts.country === 'CN'
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what is pasted or left bubbles up from the inputs inside
    <div role="group" aria-label={label} className="pw-address" onPaste={paste} onBlur={onBlur}>
      {abroad !== false && (
        <CountryPicker
          label={`${label}: ${t('control.address_country')}`}
          value={parts.country}
          disabled={disabled}
          onChange={(next) => set({ country: next, province: '', city: '', district: '' })}
        />
      )}
      {isChinese ? (
        <DivisionPicker
          {...props}
          depth={depth}
          value={[parts.province, parts.city, parts.district].filter((name) => name !== '')}
          onPick={([province = '', city = '', district = '']) => set({ province, city, district })}
        />
      ) : (
        <>
          {one('province')}
          {one('city')}
        </>
      )}
      {depth === 'street' && one('street')}
      {depth === 'street' && one('postcode')}
    </div>
  )
}
