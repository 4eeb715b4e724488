import { localize } from '@pipewright/metadata'
import type { LocalizedText, YesNoField } from '@pipewright/schemas'
import { value, wrong, type CellType } from '../cell-type.ts'
import { foldWords } from '../fold-words.ts'

const yes = new Set([
  'yes',
  'y',
  'true',
  't',
  '1',
  'on',
  '是',
  '对',
  '有',
  '真',
  '√',
  '✓',
  '✔',
  'x',
  '已',
  '启用',
])
const no = new Set([
  'no',
  'n',
  'false',
  'f',
  '0',
  'off',
  '否',
  '错',
  '无',
  '假',
  '×',
  '✗',
  '✘',
  '未',
  '停用',
  '不',
])
const words = { en: { yes: 'Yes', no: 'No' }, zh: { yes: '是', no: '否' } }

const names = (text: LocalizedText | undefined): string[] =>
  [text?.en, text?.zh].flatMap((word) => (word ? [foldWords(word)] : []))

/** What the field's own words say; undefined when they do not say one thing. */
function ownAnswer(field: YesNoField, folded: string): boolean | undefined {
  const isYes = names(field.yes).includes(folded)
  const isNo = names(field.no).includes(folded)
  return isYes === isNo ? undefined : isYes
}

export const yesNo: CellType<YesNoField> = {
  kind: 'text',
  importable: true,
  read(field, text) {
    const folded = foldWords(text)
    const own = ownAnswer(field, folded)
    if (own !== undefined) return value(own)
    if (yes.has(folded)) return value(true)
    return no.has(folded) ? value(false) : wrong('not-an-option')
  },
  write(field, own, { locale }) {
    const word = localize(own === true ? field.yes : field.no, locale)
    // Words that would lead back to the other answer, or to none, are left to the usual ones.
    if (word !== '' && ownAnswer(field, foldWords(word)) === own) return word
    return own === true ? words[locale].yes : words[locale].no
  },
}
