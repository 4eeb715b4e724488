/** Knows the numbering plans of all countries. Its tables are large, so that it is handed in where phones are used. */
export interface PhoneNumbers {
  /**
   * A number as people write it in its one spelling, `+8657188886666 ext. 123`; undefined when no country has it.
   * `country` (ISO 3166) is where numbers without a country code are dialled.
   */
  read(text: string, country: string): string | undefined
  /** A number of the country as it is dialled there, another one with its country code. */
  write(number: string, country: string): string
  /** Country codes by country: `CN` → `86`. */
  readonly callingCodes: ReadonlyMap<string, string>
}

let provided: PhoneNumbers | undefined

/** Hands in `@pipewright/compiler/phone-engine`; before that, numbers are only held to their shape. */
export function providePhoneNumbers(numbers: PhoneNumbers): void {
  provided = numbers
}

/** Undefined where nobody has provided it: in the browser until a phone is first shown. */
export const findPhoneNumbers = (): PhoneNumbers | undefined => provided
