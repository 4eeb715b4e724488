import { folded, orNothing } from './fold.ts'

/** Text whatever its width, case, blanks and kind of Chinese characters. */
export const text = (value: string): string | undefined => orNothing(folded(value))
