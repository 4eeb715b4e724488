const longest = 63
const hashLength = 11

/** 53 bits that differ by text (cyrb53), as base 36. */
function hashOf(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  const number = 4294967296 * (2097151 & low) + (high >>> 0)
  return number.toString(36).padStart(hashLength, '0')
}

/**
 * A name of at most 63 bytes, which is where PostgreSQL cuts. `identity` says everything that makes the thing what it
 * is: another identity has another name, however alike the readable parts are.
 */
export function physicalName(parts: readonly string[], identity: string): string {
  const readable = parts.join('_').slice(0, longest - hashLength - 1)
  return `${readable}_${hashOf(identity)}`
}
