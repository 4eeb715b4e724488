import {
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
} from 'libphonenumber-js/max'
import type { PhoneNumbers } from './phone-numbers.ts'

const extension = /\s*(?:转|轉|分机|內線|内线|#)\s*(?=\d{1,8}$)/u

const countryOf = (country: string): CountryCode | undefined =>
  isSupportedCountry(country) ? country : undefined

/** `00` is how most of the world dials abroad, so it is understood whatever the country is. */
const spelled = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(extension, ' ext. ')
    .replace(/^00(?=[1-9])/, '+')

function parse(text: string, country: string) {
  const known = countryOf(country)
  return parsePhoneNumberFromString(text, known === undefined ? {} : { defaultCountry: known })
}

/** Emergency and service numbers (110, 10086, 95588) are dialled as they are. */
const service = /^\d{3,6}$/

export const phoneEngine: PhoneNumbers = {
  read(text, country) {
    const folded = spelled(text)
    if (service.test(folded)) return folded
    const number = parse(folded, country)
    if (number?.isValid() !== true) return undefined
    return number.ext === undefined ? number.number : `${number.number} ext. ${number.ext}`
  },
  write(text, country) {
    const number = text.startsWith('+') ? parse(text, country) : undefined
    if (number === undefined) return text
    return number.country === country ? number.formatNational() : number.formatInternational()
  },
  callingCodes: new Map(getCountries().map((country) => [country, getCountryCallingCode(country)])),
}
