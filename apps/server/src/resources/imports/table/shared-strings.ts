import { sheetText } from './sheet-text.ts'
import type { XmlHandler } from './xml-reader.ts'

/** Reads `sharedStrings.xml`: texts that cells name by number; runs of rich text are joined, reading aids left out. */
export function sharedStrings(): { readonly handler: XmlHandler; readonly texts: readonly string[] } {
  const texts: string[] = []
  let current = ''
  let inText = false
  let inAid = false
  return {
    texts,
    handler: {
      open(name) {
        if (name === 'si') current = ''
        if (name === 'rPh') inAid = true
        inText = name === 't' && !inAid
      },
      text(text) {
        if (inText) current += text
      },
      close(name) {
        if (name === 'si') texts.push(sheetText(current))
        if (name === 'rPh') inAid = false
        inText = false
      },
    },
  }
}
