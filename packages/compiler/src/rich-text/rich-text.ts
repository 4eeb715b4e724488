import { parseRichText } from './parse-rich-text.ts'
import { printRichText } from './print-rich-text.ts'

export { parseRichText } from './parse-rich-text.ts'
export type { RichBlock, RichInline, RichMark, RichText } from './rich-block.ts'

/** HTML or plain text as rich text is kept: only tags of the allow-list, everything else escaped or gone. */
export const sanitizeRichText = (given: string): string => printRichText(parseRichText(given))
