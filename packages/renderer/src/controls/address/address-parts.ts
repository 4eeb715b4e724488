import { writeAddress } from '@pipewright/compiler'
import type { JsonValue } from '@pipewright/contract'
import { partOf } from '../part-of.ts'

const names = ['country', 'province', 'city', 'district', 'street', 'postcode'] as const
export type AddressPart = (typeof names)[number]

/** The parts as they are typed; "" is empty. */
export type AddressTexts = Readonly<Record<AddressPart, string>>

export function addressParts(value: JsonValue, country: string): AddressTexts {
  const parts = Object.fromEntries(names.map((name) => [name, partOf(value, name)])) as AddressTexts
  return { ...parts, country: parts.country || country }
}

/** The value of the parts; nothing but the usual country is none. */
export function asAddress(texts: Readonly<Record<AddressPart, string | null>>, country: string): JsonValue {
  const parts = Object.fromEntries(names.map((name) => [name, texts[name] || null])) as Record<
    AddressPart,
    string | null
  >
  const isNone = names.every((name) =>
    name === 'country' ? parts.country === country : parts[name] === null,
  )
  return isNone ? null : { ...parts, code: null, text: writeAddress(parts) }
}
