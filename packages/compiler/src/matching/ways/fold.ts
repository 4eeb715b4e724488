import { foldText } from '../../records/fold-text.ts'
import { simplified } from '../../records/spelled.ts'

const marks = /[\s\p{P}\p{S}]+/gu

/** Letters and digits of a text, whatever their width, case and kind of Chinese characters. */
export const withoutMarks = (folded: string): string => folded.replaceAll(marks, '')

/** A text as all ways to compare look at it. */
export const folded = (text: string): string => simplified(foldText(text)).trim().replaceAll(/\s+/gu, ' ')

/** Text of which nothing is left tells nothing apart. */
export const orNothing = (text: string): string | undefined => (text === '' ? undefined : text)
