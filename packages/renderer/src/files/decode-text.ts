export interface DecodedText {
  readonly text: string
  /** Its label in the standard of encodings. */
  readonly encoding: string
}

const marks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** What a text without a mark is read as: the first that all of it is written in. */
const tried = ['utf-8', 'gb18030'] as const

/** Text of a file by its mark, or else by what its bytes make sense in; a character cut off at the end is left out. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))
  if (marked !== undefined)
    return { encoding: marked[0], text: new TextDecoder(marked[0]).decode(bytes, { stream: true }) }
  for (const encoding of tried)
    try {
      return { encoding, text: new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true }) }
    } catch {
      // It is written in another one.
    }
  return { encoding: 'windows-1252', text: new TextDecoder('windows-1252').decode(bytes) }
}
