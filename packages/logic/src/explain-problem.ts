import type { Locale } from './describe-condition.ts'
import { formulaFunctions } from './formula/formula-functions.ts'
import type { ProblemCode, ProblemParams } from './problem.ts'
import { kinds as englishKinds } from './texts/en/kinds.ts'
import { patterns as englishPatterns } from './texts/en/patterns.ts'
import { problems as english } from './texts/en/problems.ts'
import { kinds as chineseKinds } from './texts/zh/kinds.ts'
import { patterns as chinesePatterns } from './texts/zh/patterns.ts'
import { problems as chinese } from './texts/zh/problems.ts'

const sentences: Readonly<Record<Locale, Readonly<Record<ProblemCode, string>>>> = {
  en: english,
  zh: chinese,
}
const kinds: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: englishKinds,
  zh: chineseKinds,
}
const patterns: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: englishPatterns,
  zh: chinesePatterns,
}
const joints: Readonly<Record<Locale, string>> = { en: ' or ', zh: '或' }

/** Type names of parameters in words: `number, date` becomes “a number or a date”. */
export function tellTypes(names: string, locale: Locale): string {
  const told = names.split(', ').map((name) => kinds[locale][name.split(' ')[0] ?? ''] ?? name)
  return told.join(joints[locale])
}

function tellParam(code: ProblemCode, name: string, value: string | number, locale: Locale): string {
  if (code === 'wrongType' && (name === 'expected' || name === 'actual'))
    return tellTypes(String(value), locale)
  if (code === 'badPattern') return patterns[locale][value] ?? String(value)
  if (name !== 'operator') return String(value)
  return formulaFunctions.find((each) => each.operation === value)?.name ?? String(value)
}

/** The sentence for a problem of an expression or of formula text. */
export function explainProblem(
  problem: { readonly code: ProblemCode; readonly params: ProblemParams },
  locale: Locale,
): string {
  const { params } = problem
  // A field is told as it was written, not by the keys that its labels stand for.
  const told = params['written'] === undefined ? params : { ...params, field: params['written'] }
  return sentences[locale][problem.code].replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    tellParam(problem.code, name, told[name] ?? '', locale),
  )
}
