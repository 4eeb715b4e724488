import { useState } from 'react'

const first = 50
const further = 150
/** A board with more columns than this is not read, but filtered. */
const most = 500

/** How many columns, or lanes, of a field without options are asked for, and how more of them come. */
export function useMostColumns(): { readonly most: number; readonly onMore: (() => void) | undefined } {
  const [wanted, want] = useState(first)
  return {
    most: wanted,
    onMore: wanted < most ? () => want((before) => Math.min(before + further, most)) : undefined,
  }
}
