import { listedOptions } from './infer-list.ts'

/** What a column of a table most likely holds. */
export type InferredType =
  | 'text'
  | 'longText'
  | 'number'
  | 'money'
  | 'percent'
  | 'date'
  | 'dateTime'
  | 'yesNo'
  | 'choice'
  | 'multiChoice'
  | 'email'
  | 'phone'
  | 'url'

export interface InferredColumn {
  readonly type: InferredType
  /** Every row has a value. */
  readonly required: boolean
  /** No value comes twice. */
  readonly distinct: boolean
  /** Values of a choice, or what several are listed of, the most frequent first. */
  readonly options: readonly string[]
  /** As the cells write it; undefined where they write none. */
  readonly currency: string | undefined
  readonly samples: readonly string[]
  /** Different values from all over the column, to be looked up among records. */
  readonly spread: readonly string[]
  /** Digits after the point that the values need. */
  readonly scale: number
}

const yesNoWords = new Set('yes no y n true false 是 否 对 错 真 假 有 无 √ ×'.split(' '))
const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const url = /^(https?:\/\/|www\.)\S+$/i
const phone = /^(\+?\d[\d\s()-]{6,19}\d|1\d{10})$/
const decimal = /^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/
/** With a comma before the decimals, as most of Europe writes. */
const decimalComma = /^-?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/
const leadingZero = /^0\d/
const date = /^\d{4}([-/.])\d{1,2}\1\d{1,2}$|^\d{4}年\d{1,2}月\d{1,2}日$|^\d{1,2}([-/.])\d{1,2}\2\d{4}$/
const dateTime = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[ T]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$/
const symbols: readonly (readonly [RegExp, string])[] = [
  [/^[¥￥]/, 'CNY'],
  [/^€/, 'EUR'],
  [/^£/, 'GBP'],
  [/^(US)?\$/, 'USD'],
]
const moneyName = /金额|价格|单价|总价|费用|成本|预算|营业额|amount|price|cost|revenue|budget|total|salary/i
const phoneName = /电话|手机|联系方式|传真|phone|mobile|tel|fax/i

const mostOptions = 40
const longestOption = 40
const longText = 120
const mostSpread = 60

/** Without currency sign: "¥1,200.00" is 1,200.00. */
const bareAmount = (text: string): string => text.replace(/^(-?)\s*(?:[¥￥€£]|(?:US)?\$)\s*/, '$1')

const every = (values: readonly string[], test: (value: string) => boolean): boolean =>
  values.length > 0 && values.every(test)

/** All of them read the same way: a comma is either before the decimals or between thousands. */
const isNumbers = (values: readonly string[]): boolean =>
  every(values, (value) => decimal.test(value)) || every(values, (value) => decimalComma.test(value))

function frequent(values: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([value]) => value)
}

/** Evenly from the first to the last. */
function spreadOf(values: readonly string[]): readonly string[] {
  const step = Math.max(1, values.length / mostSpread)
  const count = Math.min(values.length, mostSpread)
  return Array.from({ length: count }, (_, at) => values[Math.floor(at * step)] ?? '')
}

/** Few values that come again and again. */
function isChoice(values: readonly string[], kinds: readonly string[]): boolean {
  if (values.length < 4 || kinds.length > mostOptions || kinds.length > values.length / 2) return false
  return kinds.every((kind) => kind.length <= longestOption && !kind.includes('\n'))
}

function numberType(name: string, values: readonly string[]): InferredType | undefined {
  const parts = values.filter((value) => value.endsWith('%')).map((value) => value.slice(0, -1).trim())
  if (parts.length === values.length && isNumbers(parts)) return 'percent'
  const amounts = values.map(bareAmount)
  if (!isNumbers(amounts) || amounts.some((value) => leadingZero.test(value))) return undefined
  const hasSign = values.some((value, at) => value !== amounts[at])
  return hasSign || moneyName.test(name) ? 'money' : 'number'
}

function typeOf(
  name: string,
  values: readonly string[],
  kinds: readonly string[],
  listed: readonly string[] | undefined,
): InferredType {
  if (values.length === 0) return 'text'
  if (every(kinds, (value) => yesNoWords.has(value.toLowerCase()))) return 'yesNo'
  if (every(values, (value) => email.test(value))) return 'email'
  if (every(values, (value) => url.test(value))) return 'url'
  if (every(values, (value) => date.test(value))) return 'date'
  if (every(values, (value) => dateTime.test(value) || date.test(value))) return 'dateTime'
  const isPhone = every(values, (value) => phone.test(value))
  if (isPhone && (phoneName.test(name) || every(values, (value) => /^1\d{10}$/.test(value)))) return 'phone'
  const number = numberType(name, values)
  if (number !== undefined) return number
  if (values.some((value) => value.length > longText || value.includes('\n'))) return 'longText'
  if (listed !== undefined) return 'multiChoice'
  return isChoice(values, kinds) ? 'choice' : 'text'
}

/** What the cells of a column say about it; empty cells say only that it may be empty. */
export function inferColumn(name: string, cells: readonly string[]): InferredColumn {
  const values = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const kinds = frequent(values)
  const listed = listedOptions(values)
  const type = typeOf(name, values, kinds, listed)
  const sign = symbols.find(([pattern]) => values.some((value) => pattern.test(value)))
  const hasPoint = every(values, (value) => decimal.test(bareAmount(value.replace(/%$/, '').trim())))
  const decimals = hasPoint ? /\.(\d+)\s*%?$/ : /,(\d+)\s*%?$/
  const scale = values.reduce((most, value) => Math.max(most, decimals.exec(value)?.[1]?.length ?? 0), 0)
  return {
    type,
    required: cells.length > 0 && values.length === cells.length,
    distinct: kinds.length === values.length,
    options: (type === 'multiChoice' && listed !== undefined ? listed : kinds).slice(0, mostOptions),
    currency: sign?.[1],
    samples: kinds.slice(0, 3),
    spread: spreadOf(kinds),
    scale: Math.min(scale, 6),
  }
}
