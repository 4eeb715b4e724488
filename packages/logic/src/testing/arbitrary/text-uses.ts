import fc from 'fast-check'
import type { Expression } from '../../expression.ts'
import type { textOperations } from '../../operations/text/index.ts'
import { number, text } from './use.ts'
import type { UsesOf } from './use.ts'
import { filledText, smallNumber } from './values.ts'

const degrees = fc.constantFrom<Expression>(0, -90, 90, '31.2303905', '-0.0000004', '179.9999995', 181)
const one = text((t) => [t.text])
const count = fc.integer({ min: -1, max: 12 })
const padding = text(
  (t) => [t.text, fc.oneof(count, smallNumber)],
  (t) => [t.text, count, t.text],
  (t) => [t.text, t.number.map((n) => ({ mod: [n, 20] })), filledText],
)
const position = number(
  (t) => [t.text, t.text],
  (t) => [fc.constantFrom('a', 'A', '中', ' '), t.text, smallNumber],
)

export const textUses: UsesOf<typeof textOperations> = {
  address: text(
    (t) => [t.text],
    (t) => [fc.constantFrom('CN', 'US', ''), t.text, fc.constantFrom('', 'a\nb', 'c\r\n')],
    (t) => [t.text, t.text, t.text, t.text, t.text, t.text],
  ),
  location: text(
    (t) => [degrees, t.number],
    (t) => [t.number, degrees, t.text],
    (t) => [degrees, degrees, t.text],
  ),
  reference: text(() => [
    fc.constantFrom<Expression>({ var: 'owner' }, { var: 'branch' }, { var: '$me' }, null),
  ]),
  concat: text((t) => [t.text, t.text]),
  upper: one,
  lower: one,
  trim: one,
  proper: one,
  clean: one,
  reverse: one,
  halfWidth: one,
  fullWidth: one,
  fold: one,
  len: number((t) => [t.text]),
  width: number((t) => [t.text]),
  code: number((t) => [t.text]),
  value: number((t) => [t.text]),
  occurrences: number(
    (t) => [t.text, t.text],
    (t) => [t.text, fc.constantFrom('a', '中', 'aa')],
  ),
  find: position,
  search: position,
  left: text((t) => [t.text, fc.oneof(smallNumber, t.number)]),
  right: text((t) => [t.text, fc.oneof(smallNumber, t.number)]),
  mid: text((t) => [t.text, smallNumber, smallNumber]),
  replace: text(
    (t) => [t.text, t.text, t.text],
    (t) => [t.text, fc.constantFrom('a', '.', '\\'), t.text, smallNumber],
  ),
  replaceAt: text((t) => [t.text, smallNumber, smallNumber, t.text]),
  textBefore: text(
    (t) => [t.text, t.text],
    (t) => [t.text, fc.constantFrom('a', '.', '中')],
  ),
  textAfter: text(
    (t) => [t.text, t.text],
    (t) => [t.text, fc.constantFrom('a', '.', '中')],
  ),
  mask: text((t) => [t.text, smallNumber, smallNumber]),
  rept: text(
    (t) => [t.text, smallNumber],
    (t) => [filledText, t.number],
  ),
  padLeft: padding,
  padRight: padding,
  char: text(
    (t) => [t.number],
    () => [
      fc
        .constantFrom(0, 65, 20_013, 55_296, 128_512, 1_114_112)
        .map((code) => ({ add: [code, { var: 'amount' }] })),
    ],
  ),
  regexExtract: text((t) => [t.text, fc.constantFrom('a+', '(.)b', '[中文]')]),
  regexReplace: text((t) => [t.text, fc.constantFrom('a', '(.)(.)', ''), t.text]),
  pinyin: text(
    (t) => [t.text],
    (t) => [t.text, t.text],
  ),
  pinyinInitials: one,
  textJoin: text(
    (t) => [t.text, t.texts, t.text],
    (t) => [fc.constantFrom(', ', ''), fc.constant({ var: 'lines.quantity' }), t.number],
    (t) => [t.text, t.days, t.dateTime, t.date],
  ),
  text: text(
    (t) => [fc.oneof(t.number, t.boolean, t.date, t.dateTime)],
    () => [fc.constant({ var: 'owner' })],
    (t) => [
      t.number,
      fc.constantFrom('0', '0.00', '#,##0.00', '¥#,##0.0', '0%', '0.0%', '000', '#.00', '0.00元'),
    ],
    (t) => [
      fc.oneof(t.date, t.dateTime),
      fc.constantFrom('yyyy-mm-dd', 'yyyy年m月d日 aaaa', 'yy/m/d h:mm', 'hh:mm:ss', 'aaa', 'm-d "at" h'),
    ],
  ),
}
