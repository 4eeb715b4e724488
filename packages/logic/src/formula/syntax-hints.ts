import type { TextProblem } from '../problem.ts'
import type { Scope } from '../scope.ts'
import { operationOfFunction } from './function-names.ts'

/** What is known about the place where reading stopped. */
interface Stop {
  readonly text: string
  readonly from: number
  readonly scope: Scope | undefined
}

const nameBefore = /[\p{L}_$][\p{L}\p{N}_$]*\s*$/u
const nameHere = /^[\p{L}_$][\p{L}\p{N}_$]*/u
const digitsBefore = /(?<![\d.])\d{1,3}(?:,\d{3})*$/

/** A label with spaces that was written without its brackets, from the word before the place. */
function spacedName({ text, from, scope }: Stop): TextProblem | undefined {
  const start = nameBefore.exec(text.slice(0, from))?.index
  if (start === undefined || scope === undefined) return undefined
  const written = text.slice(start).toLowerCase()
  const label = scope
    .fields()
    .map((field) => field.label)
    .filter(
      (each) => each.includes(' ') && start + each.length > from && written.startsWith(each.toLowerCase()),
    )
    .toSorted((a, b) => b.length - a.length)[0]
  if (label === undefined) return undefined
  return { code: 'spacedName', from: start, to: start + label.length, params: { label } }
}

const isField = (word: string, scope: Scope | undefined): boolean =>
  scope?.fields().some(({ path, label }) => label.trim() === word || path.join('.') === word) === true

/** AND, OR, NOT and other functions written like signs: `a AND b`, `NOT a`, `IF a THEN b`. */
function functionForm({ text, from, scope }: Stop): TextProblem | undefined {
  const here = nameHere.exec(text.slice(from))?.[0]
  const before = nameBefore.exec(text.slice(0, from))
  const word = before?.[0].trim() ?? ''
  const called = (near: string, at: number): TextProblem | undefined =>
    operationOfFunction(near) === undefined || isField(near, scope)
      ? undefined
      : { code: 'functionForm', from: at, to: at + near.length, params: { near } }
  return (here === undefined ? undefined : called(here, from)) ?? called(word, before?.index ?? from)
}

/** Signs that formulas elsewhere have and ours write in another way. */
function foreignSign({ text, from }: Stop): TextProblem | undefined {
  const sign = text[from] ?? ''
  const at = { from, to: from + 1, params: { near: sign } }
  if (/['‘’]/u.test(sign)) return { code: 'singleQuote', ...at }
  if (/[:：]/u.test(sign)) return { code: 'cellRange', ...at }
  if (sign === '^' || (sign === '*' && text[from - 1] === '*'))
    return { code: 'powerSign', ...at, params: { near: sign === '^' ? '^' : '**' } }
  const digits = digitsBefore.exec(text.slice(0, from))
  const more = /^(?:,\d{3})+(?![\d.]*\d)/.exec(text.slice(from))
  return digits === null || more === null
    ? undefined
    : grouped(digits.index, text.slice(digits.index, from + more[0].length))
}

function grouped(from: number, written: string): TextProblem {
  return {
    code: 'groupedNumber',
    from,
    to: from + written.length,
    params: { number: written.replaceAll(',', '') },
  }
}

/** What was probably meant where the text cannot be read. */
export function syntaxHint(text: string, from: number, scope: Scope | undefined): TextProblem | undefined {
  const stop = { text, from, scope }
  return foreignSign(stop) ?? spacedName(stop) ?? functionForm(stop)
}

const outOfPlace = new Set<TextProblem['code']>(['wrongType', 'wrongCount', 'wrongLiteral'])

/** A number like 100,000 in a call is read as two values, and then nothing fits: that is said first. */
export function groupedNumber(text: string, problems: readonly TextProblem[]): readonly TextProblem[] {
  // Of the same length, so that places stay: what stands in quotes is text and no number.
  const bare = text.replaceAll(/"[^"]*"|\u201c[^\u201c\u201d]*\u201d/g, (quoted) => ' '.repeat(quoted.length))
  const found = /(?<![\d.])\d{1,3}(?:,\d{3})+(?!\d)/.exec(bare)
  if (found === null || problems.length === 0 || problems.some(({ code }) => !outOfPlace.has(code)))
    return problems
  return [grouped(found.index, found[0]), ...problems]
}
