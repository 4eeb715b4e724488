import { narrowEncoding, wideEncoding, type TextEncoding } from '@pipewright/contract'

export interface DecodedText {
  readonly text: string
  readonly encoding: TextEncoding
}

/** The text as far as it is whole: a character that is cut off at the end is left out. */
const decode = (encoding: TextEncoding, bytes: Uint8Array, fatal = false): string =>
  new TextDecoder(encoding, { fatal }).decode(bytes, { stream: true })

function decodes(encoding: TextEncoding, bytes: Uint8Array): boolean {
  try {
    decode(encoding, bytes, true)
    return true
  } catch {
    return false
  }
}

/** By its mark, or else by what its bytes make sense in, as files that are imported are read. */
function encodingOf(bytes: Uint8Array): TextEncoding {
  const wide = wideEncoding(bytes)
  if (wide !== undefined && wide !== 'binary') return wide
  return decodes('utf-8', bytes) ? 'utf-8' : narrowEncoding(bytes, decodes)
}

/** The text of a file, in its own encoding. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes)
  return { encoding, text: decode(encoding, bytes) }
}
