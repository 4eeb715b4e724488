const extension = /(?:x|ext\.?|转|轉|分机|分機|#)\s*\d{1,8}\s*$/iu

/** The codes of countries: of one digit, of two, and all others of three. */
const oneDigit = /^[17]/
const twoDigits = /^(?:20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/
const codeLength = (digits: string): number => (oneDigit.test(digits) ? 1 : twoDigits.test(digits) ? 2 : 3)

/** A Chinese mobile number with its country code, as it is often noted without a plus. */
const chineseMobile = /^86(?=1[3-9]\d{9}$)/

const least = 5

/** The digits of a number as they are dialled within its country: without country code, trunk zero and extension. */
export function phone(value: string): string | undefined {
  const text = value.normalize('NFKC').trim().replace(extension, '').replace('(0)', '')
  const digits = text.replaceAll(/\D/g, '')
  const abroad = /^[\s(]*\+/.test(text) ? digits : digits.startsWith('00') ? digits.slice(2) : undefined
  const national = abroad === undefined ? digits.replace(chineseMobile, '') : abroad.slice(codeLength(abroad))
  const dialled = national.replace(/^0+/, '')
  return dialled.length >= least ? dialled : undefined
}
