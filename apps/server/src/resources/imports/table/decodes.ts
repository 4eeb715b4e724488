import type { TextEncoding } from '@pipewright/contract'

/** Whether all bytes make sense in an encoding, a character that is cut off at the end aside. */
export function decodes(encoding: TextEncoding, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
