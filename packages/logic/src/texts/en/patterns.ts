import type { PatternReason } from '../../engines.ts'

/** Why a regular expression cannot be used. */
export const patterns: Readonly<Record<PatternReason, string>> = {
  bracket: 'a bracket is not closed or opened',
  escape: 'what follows the backslash is not known; back references are not supported',
  repetition: 'there is nothing to repeat, or too often',
  class: 'a range in square brackets is turned around',
  group: 'a group has no usable name',
  unsupported: 'looking ahead or behind is not supported',
  tooLarge: 'it is too large',
  other: 'it cannot be read',
}
