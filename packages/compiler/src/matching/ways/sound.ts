import { lettersOf } from '../../records/spelled.ts'
import { folded, orNothing, withoutMarks } from './fold.ts'

const accents = /\p{M}+/gu

/** Sounds that many do not tell apart: zh and z, ch and c, sh and s, a final ng and n. */
const alike = (syllable: string): string =>
  syllable.replaceAll(/([zcs])h/gu, '$1').replaceAll(/ng(?![aeiouv])/gu, 'n')

const isHan = /\p{Script=Han}/u

/** How a text sounds: Chinese by its readings without tones, other text by its letters. */
export function sound(value: string): string | undefined {
  const letters = lettersOf(folded(value))
  // Without the readings of characters nothing can be said.
  if (letters.some(({ letter, reading }) => reading === '' && isHan.test(letter))) return undefined
  const spoken = letters
    .map(({ letter, reading }) => (reading === '' ? letter : alike(reading.toLowerCase())))
    .join('')
  const plain = withoutMarks(spoken.normalize('NFD').replaceAll(accents, ''))
  return orNothing(letters.some(({ reading }) => reading !== '') ? plain : alike(plain))
}
