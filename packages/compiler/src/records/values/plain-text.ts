import type { CheckPlace, Checked } from './value-checker.ts'
import { accept, refuse } from './value-checker.ts'

/** Characters that are no text: NUL, other control characters, halves of a pair, non-characters. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const oneLine = /[\u0000-\u001F\u007F\uFFFE\uFFFF]/u
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const manyLines = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/u

export interface TextLimits {
  readonly min?: number | undefined
  readonly max: number
  readonly lines?: boolean
}

/** Length as people count it: code points. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length += 1
  return length
}

/** Text in NFC without outer blanks; "" becomes empty. Line breaks become \n where they are allowed. */
export function checkText(
  value: unknown,
  place: CheckPlace,
  { min, max, lines = false }: TextLimits,
): Checked {
  if (typeof value !== 'string') return refuse(place, 'wrong-type', { expected: 'text' })
  if (!value.isWellFormed()) return refuse(place, 'bad-characters')
  const text = (lines ? value.replaceAll(/\r\n?/g, '\n') : value).normalize('NFC').trim()
  if ((lines ? manyLines : oneLine).test(text)) return refuse(place, 'bad-characters')
  if (text === '') return accept(null)
  const length = lengthOf(text)
  if (length > max) return refuse(place, 'too-long', { max })
  if (min !== undefined && length < min) return refuse(place, 'too-short', { min })
  return accept(text)
}
