import type { TracedPart } from '@pipewright/logic'

/** The smallest part of a formula that a place in the text is in. */
export const partAt = (parts: readonly TracedPart[], place: number): TracedPart | undefined =>
  parts
    .filter(({ from, to }) => from <= place && place <= to)
    .toSorted((a, b) => a.to - a.from - (b.to - b.from))[0]
