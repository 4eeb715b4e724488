import { countryName } from '@pipewright/metadata'

/** An address as it travels. `text` is the whole of it in one line and follows from the rest. */
export interface Address {
  readonly country: string | null
  readonly province: string | null
  readonly city: string | null
  readonly district: string | null
  readonly street: string | null
  readonly postcode: string | null
  /** Code of GB/T 2260 of the smallest division that is known. */
  readonly code: string | null
  readonly text: string
}

export type AddressParts = Omit<Address, 'text' | 'code'>

export const noAddress: AddressParts = {
  country: null,
  province: null,
  city: null,
  district: null,
  street: null,
  postcode: null,
}

/** In one line as it is written there: from large to small in China, from small to large elsewhere. */
export function writeAddress({ country, province, city, district, street, postcode }: AddressParts): string {
  if (country === 'CN' || country === null) {
    const line = [province, city === province ? null : city, district, street].filter(Boolean).join('')
    return [line, postcode].filter(Boolean).join(' ')
  }
  return [street, district, city, province, postcode, countryName(country, 'en')].filter(Boolean).join(', ')
}
