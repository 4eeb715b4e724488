import type { Decimal } from '../decimal.ts'
import { numberOf, textOf } from '../value.ts'
import type { Value } from '../value.ts'

/** Empty when one of the values is no number, else what is made of them. */
export function withNumbers(
  values: readonly Value[],
  make: (...numbers: Decimal[]) => Decimal | null,
): Decimal | null {
  const numbers: Decimal[] = []
  for (const value of values) {
    const number = numberOf(value)
    if (number === null) return null
    numbers.push(number)
  }
  return make(...numbers)
}

/** Empty when one of the values is no text, else what is made of them. */
export function withTexts<T>(values: readonly Value[], make: (...texts: string[]) => T): T | null {
  const texts: string[] = []
  for (const value of values) {
    const text = textOf(value)
    if (text === null) return null
    texts.push(text)
  }
  return make(...texts)
}
