/**
 * An answer of one's own stands in the column of the choice itself, behind a mark that no key of an option can hold.
 * One column keeps option and answer from ever contradicting each other, and every list, filter, rule, right, export and
 * ledger entry treats it like any other value.
 */
export const otherMark = 'other:'

/** What an answer of one's own may hold at most. */
export const longestOther = 200

export const isOther = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith(otherMark)

export const otherText = (value: string): string => value.slice(otherMark.length)

export const otherValue = (text: string): string => otherMark + text
