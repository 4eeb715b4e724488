/** Encodings that texts from outside are read in, by their labels in the standard of encodings. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5' | 'windows-1252'

/** UTF-16 without its mark: every other byte of Latin text is zero. */
function zeroSide(head: Uint8Array): 'even' | 'odd' | 'none' | 'both' {
  let even = 0
  let odd = 0
  for (const [at, byte] of head.entries()) {
    if (byte !== 0) continue
    if (at % 2 === 0) even += 1
    else odd += 1
  }
  if (even === 0 && odd === 0) return 'none'
  if (odd > head.length / 8 && even <= odd / 50) return 'odd'
  return even > head.length / 8 && odd <= even / 50 ? 'even' : 'both'
}

/** UTF-16 by mark or shape; undefined for 8-bit text. Zero bytes anywhere else are no text: "binary". */
export function wideEncoding(head: Uint8Array): TextEncoding | 'binary' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const side = zeroSide(head)
  if (side === 'both') return 'binary'
  return side === 'odd' ? 'utf-16le' : side === 'even' ? 'utf-16be' : undefined
}

interface HighBytes {
  /** Bytes above ASCII that stand alone: accented letters. */
  readonly alone: number
  /** Pairs of two high bytes: common Chinese characters in either encoding. */
  readonly pairs: number
  /** A high byte before a low one from 40 to 7E: frequent in Big5, rare in GBK. */
  readonly mixed: number
}

function countHighBytes(bytes: Uint8Array): HighBytes {
  let alone = 0
  let pairs = 0
  let mixed = 0
  /** Behind the character before: its second half is no letter. */
  let end = 0
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue
    const next = bytes[at + 1]
    // The second half of a character that was cut off.
    if (next === undefined) break
    if (next >= 0x80) pairs += 1
    else if (next >= 0x40 && next <= 0x7e) {
      mixed += 1
      const before = at > end ? (bytes[at - 1] ?? 0) : 0
      if (/[a-z ]/i.test(String.fromCodePoint(next)) && /[a-z ,;"]/i.test(String.fromCodePoint(before)))
        alone += 1
    } else {
      alone += 1
      continue
    }
    at += 1
    end = at + 1
  }
  return { alone, pairs, mixed }
}

/**
 * The encoding of 8-bit text that is not UTF-8, by how its high bytes stand together. `decodes` says whether all bytes make
 * sense in an encoding, a character that is cut off at the end aside.
 */
export function narrowEncoding(
  bytes: Uint8Array,
  decodes: (encoding: TextEncoding, bytes: Uint8Array) => boolean,
): TextEncoding {
  const { alone, pairs, mixed } = countHighBytes(bytes)
  const chinese = pairs + mixed > alone * 2
  const order: TextEncoding[] = mixed * 8 > pairs + mixed ? ['big5', 'gb18030'] : ['gb18030', 'big5']
  const found = chinese ? order.find((encoding) => decodes(encoding, bytes)) : undefined
  return found ?? 'windows-1252'
}
