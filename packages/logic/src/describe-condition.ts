import { ANY_SCOPE, analyse } from './analyse.ts'
import { isList, isOperation, operatorOf } from './expression.ts'
import type { Expression } from './expression.ts'
import { printFormula } from './formula/print-formula.ts'
import { writeColumn } from './formula/write-formula.ts'
import { findLimitProblem } from './limits.ts'
import { findOperation } from './operations/index.ts'
import type { Words } from './operation.ts'
import { contextType } from './scope.ts'
import type { LabelledScope } from './scope.ts'

export type Locale = 'en' | 'zh'

interface Telling {
  readonly scope: LabelledScope
  readonly locale: Locale
  /** The field whose option keys are being told. */
  readonly beside?: readonly string[] | undefined
}

const contextWords: Readonly<Record<string, Words>> = {
  $me: { en: 'me', zh: '我' },
  $department: { en: 'my department', zh: '我的部门' },
  $team: { en: 'my team', zh: '我的团队' },
  $departments: { en: 'my department and those below it', zh: '我的部门及下级部门' },
  $today: { en: 'today', zh: '今天' },
  $now: { en: 'now', zh: '现在' },
}

const words = {
  and: { en: ' and ', zh: ' 且 ' },
  or: { en: ' or ', zh: ' 或 ' },
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
  empty: { en: 'empty', zh: '空' },
  listEnd: { en: ' or ', zh: '、' },
  self: { en: 'this record', zh: '本记录' },
  comma: { en: ', ', zh: '、' },
} satisfies Record<string, Words>

function pathOf(expression: Expression): string[] | undefined {
  if (!isOperation(expression)) return undefined
  const { name, args } = operatorOf(expression)
  return name === 'var' && typeof args[0] === 'string' ? args[0].split('.') : undefined
}

function tellPath(path: readonly string[], { scope, locale }: Telling): string {
  if (contextType(path)) return contextWords[path[0] ?? '']?.[locale] ?? ''
  const key = path.join('.')
  if (key === 'id') return words.self[locale]
  const listed = scope.fields().find((field) => field.path.join('.') === key)
  return listed?.label ?? (scope.pathLabel?.(path) || key)
}

function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.')
  const separated = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? separated : `${separated}.${fraction}`
}

function tellLiteral(value: string | number | boolean | null, { scope, locale, beside }: Telling): string {
  if (value === null || value === '') return words.empty[locale]
  if (typeof value === 'boolean') return words[value ? 'yes' : 'no'][locale]
  if (typeof value === 'number') return grouped(String(value))
  const label = beside && scope.optionLabel?.(beside, value)
  if (label !== undefined) return label
  const isNumber = beside && scope.resolve(beside)?.kind === 'number'
  return isNumber && /^-?\d+(\.\d+)?$/.test(value) ? grouped(value) : value
}

function tellList(items: readonly Expression[], telling: Telling): string {
  const told = items.map((item) => tell(item, telling))
  const last = told.pop() ?? ''
  return told.length === 0
    ? last
    : told.join(words.comma[telling.locale]) + words.listEnd[telling.locale] + last
}

/** `and` and `or` inside one another keep brackets, so that the sentence says what the condition does. */
function tellJoined(name: 'and' | 'or', args: readonly Expression[], telling: Telling): string {
  const other = name === 'and' ? 'or' : 'and'
  const told = args.map((arg) => {
    const isOther = isOperation(arg) && operatorOf(arg).name === other && operatorOf(arg).args.length > 1
    const text = tell(arg, telling)
    if (!isOther) return text
    return telling.locale === 'zh' ? `（${text}）` : `(${text})`
  })
  return told.join(words[name][telling.locale])
}

function isMoment(expression: Expression, scope: LabelledScope): boolean {
  const { kind } = analyse(expression, scope).node.type
  return kind === 'date' || kind === 'dateTime' || kind === 'time'
}

function tell(expression: Expression, telling: Telling): string {
  if (isList(expression)) return tellList(expression, telling)
  if (typeof expression !== 'object' || expression === null) return tellLiteral(expression, telling)
  if (!isOperation(expression)) return ''
  const { name, args } = operatorOf(expression)
  const path = pathOf(expression)
  if (path) return tellPath(path, telling)
  if (name === 'and' || name === 'or') return tellJoined(name, args, telling)
  const sentence = findOperation(name)?.sentence
  if (!sentence) return tellFormula(expression, telling)
  const isDated = sentence.dates !== undefined && args[0] !== undefined && isMoment(args[0], telling.scope)
  const pattern = (isDated ? sentence.dates : sentence)?.[telling.locale] ?? ''
  const beside = args.map(pathOf).find((found) => found !== undefined)
  return pattern.replaceAll(/\{(\d)\}/g, (_, index: string) => {
    const arg = args[Number(index)] ?? null
    const word = typeof arg === 'string' ? sentence.literals?.[arg] : undefined
    if (word)
      return telling.locale === 'en' && args[Number(index) - 1] === 1 ? word.one : word[telling.locale]
    return tell(arg, { ...telling, beside: beside ?? telling.beside })
  })
}

/** A calculation is told as its formula, fields by their labels. */
function tellFormula(expression: Expression, telling: Telling): string {
  const text = printFormula(expression, (path, isColumn) =>
    isColumn ? writeColumn(path, telling.scope) : tellPath(path, telling),
  )
  return text ?? JSON.stringify(expression)
}

/** A sentence a person can read: "Stage is Won and Amount is at least 10,000" or “阶段 是 赢单 且 金额 ≥ 10,000”. */
export function describeCondition(
  expression: Expression,
  scope: LabelledScope = ANY_SCOPE,
  locale: Locale = 'en',
): string {
  return findLimitProblem(expression) ? '' : tell(expression, { scope, locale })
}
