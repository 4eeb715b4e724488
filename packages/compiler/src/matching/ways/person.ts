import { folded, orNothing, withoutMarks } from './fold.ts'

const before = /^(?:(?:mr|mrs|ms|miss|mx|dr|prof|sir|herr|frau|mme|m)\.?\s+)+/u
const behind =
  /(?:先生|女士|小姐|太太|老师|博士|教授|经理|总经理|总监|总裁|董事长|,?\s+(?:jr|sr|phd|md|mba|ii|iii)\.?)$/u
const accents = /\p{M}+/gu

/** The name of a person without titles; words of Latin letters count whichever way round. */
export function person(value: string): string | undefined {
  const name = folded(value).normalize('NFD').replaceAll(accents, '').normalize('NFC')
  const titled = name.replace(before, '').trim()
  const bare = titled.replace(behind, '').trim()
  const own = withoutMarks(bare) === '' ? name : bare
  const words = own.split(/[\s,·・.]+/u).map(withoutMarks)
  return orNothing((/\p{Script=Han}/u.test(own) ? words : words.toSorted()).join(''))
}
