import type { Field } from '@pipewright/schemas'
import { foldText } from '../fold-text.ts'

/** What stands behind a company's name and says nothing about which one it is. */
const suffixes = [
  '有限责任公司',
  '股份有限公司',
  '集团有限公司',
  '有限公司',
  '股份公司',
  '集团公司',
  '集团',
  '公司',
  'co., ltd.',
  'co., ltd',
  'co.,ltd.',
  'co.,ltd',
  'co. ltd.',
  'co. ltd',
  'co ltd',
  'incorporated',
  'corporation',
  'limited',
  'company',
  'holdings',
  'group',
  'l.l.c.',
  'llc',
  'inc.',
  'inc',
  'ltd.',
  'ltd',
  'corp.',
  'corp',
  'gmbh',
  'co.',
  'ag',
  'plc',
  'pty',
]

/** The same list as a pattern for PostgreSQL, longest first; applied to folded text. */
export const suffixPattern: string = (() => {
  const escaped = suffixes
    .toSorted((a, b) => b.length - a.length)
    .map((suffix) => suffix.replaceAll('.', '\\.'))
  const chinese = escaped.filter((suffix) => !/[a-z]/.test(suffix))
  const latin = escaped.filter((suffix) => /[a-z]/.test(suffix))
  return `(${chinese.join('|')}|[\\s,]+(${latin.join('|')}))$`
})()

const suffixAtEnd = new RegExp(suffixPattern, 'u')

/** Brackets, blanks and marks do not tell names apart either. */
const marks = /[\s\p{P}\p{S}]+/gu

/** The core of a name: folded, without company suffix and marks. */
export function nameCore(text: string): string {
  const folded = foldText(text).trim()
  const bare = folded.replace(suffixAtEnd, '')
  return (bare === '' ? folded : bare).replaceAll(marks, '')
}

export type MatchKind = 'name' | 'digits' | 'folded' | 'exact'

/** How two values of a field are found to be alike. */
export function matchKind(field: Field): MatchKind | undefined {
  switch (field.type) {
    case 'text':
    case 'longText':
      return 'name'
    case 'phone':
      return 'digits'
    case 'email':
    case 'url':
    case 'autoNumber':
      return 'folded'
    case 'relation':
    case 'choice':
      return undefined
    default:
      return undefined
  }
}

/** The value as it is compared; undefined when it is too little to compare by. */
export function matchKey(kind: MatchKind, value: string): string | undefined {
  const key =
    kind === 'name'
      ? nameCore(value)
      : kind === 'digits'
        ? value.replaceAll(/\D/g, '')
        : foldText(value).trim()
  const least = kind === 'digits' ? 5 : 1
  return key.length >= least ? key : undefined
}
