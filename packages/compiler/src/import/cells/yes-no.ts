import type { YesNoField } from '@pipewright/schemas'
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

export const yesNo: CellType<YesNoField> = {
  kind: 'text',
  importable: true,
  read(_field, text) {
    const folded = foldWords(text)
    if (yes.has(folded)) return value(true)
    return no.has(folded) ? value(false) : wrong('not-an-option')
  },
  write: (_field, own, { locale }) => (own === true ? words[locale].yes : words[locale].no),
}
