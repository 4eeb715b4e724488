import { char } from './char.ts'
import { clean } from './clean.ts'
import { code } from './code.ts'
import { concat } from './concat.ts'
import { find } from './find.ts'
import { fold } from './fold.ts'
import { fullWidth } from './full-width.ts'
import { halfWidth } from './half-width.ts'
import { left } from './left.ts'
import { len } from './len.ts'
import { lower } from './lower.ts'
import { mask } from './mask.ts'
import { mid } from './mid.ts'
import { occurrences } from './occurrences.ts'
import { padLeft } from './pad-left.ts'
import { padRight } from './pad-right.ts'
import { pinyin } from './pinyin.ts'
import { pinyinInitials } from './pinyin-initials.ts'
import { proper } from './proper.ts'
import { regexExtract } from './regex-extract.ts'
import { regexReplace } from './regex-replace.ts'
import { replace } from './replace.ts'
import { replaceAt } from './replace-at.ts'
import { rept } from './rept.ts'
import { reverse } from './reverse.ts'
import { right } from './right.ts'
import { search } from './search.ts'
import { text } from './text.ts'
import { textAfter } from './text-after.ts'
import { textBefore } from './text-before.ts'
import { textJoin } from './text-join.ts'
import { trim } from './trim.ts'
import { upper } from './upper.ts'
import { value } from './value.ts'
import { width } from './width.ts'
import { address } from './address.ts'
import { location } from './location.ts'
import { reference } from './reference.ts'
import type { Operation } from '../../operation.ts'

export const textOperations = {
  reference,
  location,
  address,
  char,
  clean,
  code,
  concat,
  find,
  fold,
  fullWidth,
  halfWidth,
  left,
  len,
  lower,
  mask,
  mid,
  occurrences,
  padLeft,
  padRight,
  pinyin,
  pinyinInitials,
  proper,
  regexExtract,
  regexReplace,
  replace,
  replaceAt,
  rept,
  reverse,
  right,
  search,
  text,
  textAfter,
  textBefore,
  textJoin,
  trim,
  upper,
  value,
  width,
} satisfies Record<string, Operation>
