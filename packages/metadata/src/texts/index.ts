import type { LocalizedText } from '@pipewright/schemas'
import type { Change } from '../diff/change.ts'
import { type Locale, localize } from '../localize.ts'
import type { Problem } from '../problem.ts'
import type { UseKind } from '../references/use-kind.ts'
import { en } from './en/index.ts'
import type { Texts } from './texts.ts'
import { zh } from './zh/index.ts'

const texts: { readonly [L in Locale]: Texts } = { en, zh }

// A code and its values come from one problem, a type and its change from one change: each text gets its own kind.

/** What is wrong and what to do, in the reader's language. */
export function problemText(problem: Problem, locale: Locale): string {
  const write = texts[locale].problems[problem.code] as (params: Problem['params']) => string
  return write(problem.params)
}

/** A change as a sentence without full stop. */
export function describeChange(change: Change, locale: Locale): string {
  const write = texts[locale].changes[change.type] as (change: Change) => string
  return write(change)
}

/** A place that uses something: `column of the view “Open deals”`. */
export function useText(use: { kind: UseKind; label: LocalizedText }, locale: Locale): string {
  return texts[locale].uses[use.kind](`“${localize(use.label, locale)}”`)
}
