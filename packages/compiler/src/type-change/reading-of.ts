import { guessDateOrder, guessDecimal } from '../import/guess-reading.ts'
import type { ConversionReading } from './convert-value.ts'

/** How the texts of a column are to be read, by the first of them: the same for a dry run and the change itself. */
export const readingOf = (
  samples: readonly string[],
  at: Pick<ConversionReading, 'optionSets' | 'zone' | 'locale'>,
): ConversionReading => ({
  ...at,
  dateOrder: guessDateOrder(samples, at.locale),
  decimal: guessDecimal(samples),
})
