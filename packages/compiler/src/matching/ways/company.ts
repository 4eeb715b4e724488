import { folded, orNothing, withoutMarks } from './fold.ts'

/** What stands behind a company's name and says nothing about which one it is, in folded letters. */
const chinese = [
  '有限责任公司',
  '股份有限公司',
  '集团有限公司',
  '有限公司',
  '股份公司',
  '集团公司',
  '集团',
  '公司',
]
const latin =
  'incorporated inc corporation corp limited ltd company co llc l\\.l\\.c llp lp plc group holdings holding gmbh mbh kg ag ug se sarl sas sa s\\.a srl s\\.r\\.l spa s\\.p\\.a bv b\\.v nv n\\.v oy ab as aps pte pty pvt sdn bhd kk k\\.k'.split(
    ' ',
  )

const longestFirst = (words: readonly string[]): string =>
  words.toSorted((one, other) => other.length - one.length).join('|')

const suffix = new RegExp(
  `(?:${longestFirst(chinese)}|(?:[\\s,&.]|(?<=\\p{Script=Han}))(?:${longestFirst(latin)})\\.?)[\\s,.&]*$`,
  'u',
)

/** Where an office stands: "(上海)", "(China)". */
const place = /[([【〔][\p{L}\s.]{1,20}[)\]】〕]/gu

function withoutSuffixes(name: string): string {
  let bare = name
  for (let next = bare.replace(suffix, '').trim(); next !== bare && withoutMarks(next) !== '';) {
    bare = next
    next = bare.replace(suffix, '').trim()
  }
  return bare
}

/** The core of a company's name: without its legal form, places in brackets, blanks and marks. */
export function company(value: string): string | undefined {
  const name = folded(value)
  const here = name.replaceAll(place, ' ').trim()
  const core = withoutMarks(withoutSuffixes(withoutMarks(here) === '' ? name : here))
  return orNothing(core === '' ? withoutMarks(name) : core)
}
