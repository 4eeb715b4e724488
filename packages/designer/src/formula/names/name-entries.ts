import {
  formulaFunctions,
  writeColumn,
  writeField,
  type FormulaFunction,
  type LabelledScope,
} from '@pipewright/logic'
import type { Locale } from '@pipewright/metadata'
import { listed } from '@pipewright/ui'

/** A field or function that can be written at the caret. */
export interface NameEntry {
  readonly kind: 'field' | 'function'
  readonly label: string
  /** What stands beside it, quietly: the key of a field, the parameters of a function. */
  readonly detail: string
  readonly help: string
  readonly insert: string
}

/** The word before the caret that is being completed. */
export interface Word {
  readonly from: number
  readonly text: string
}

const openLabel = /\[[^[\]]*$/u
const typedBefore = /(?:\[[^[\]]*\]\.|[\p{L}_$])[\p{L}\p{N}_$.]*$/u
const wordBefore = /[\p{L}_$][\p{L}\p{N}_$.]*$/u

export function wordAt(text: string, caret: number): Word {
  const before = text.slice(0, caret)
  // Inside quotes stands a text, no name.
  const isQuoted = before.split('"').length % 2 === 0
  const found = isQuoted ? '' : ((openLabel.exec(before) ?? typedBefore.exec(before))?.[0] ?? '')
  return { from: caret - found.length, text: found }
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/[[\]]/g, '')

/** How well a name fits what is typed: 2 it begins so, 1 it is in it, 0 not at all. */
function rank(typed: string, names: readonly string[]): number {
  const wanted = plain(typed)
  if (wanted === '') return 1
  const candidates = names.map(plain)
  if (candidates.some((name) => name.startsWith(wanted))) return 2
  return candidates.some((name) => name.includes(wanted)) ? 1 : 0
}

export const signatureOf = (one: FormulaFunction, locale: Locale): string =>
  `(${one.params[locale].join(', ')})`

interface Ranked {
  readonly rank: number
  readonly entry: () => NameEntry
}

function rankedFields(typed: string, scope: LabelledScope): readonly Ranked[] {
  return scope.fields().map(({ path, label }) => {
    const key = path.join('.')
    const fit = rank(typed, [key, label, path.at(-1) ?? '', ...label.split(' › ')])
    return {
      rank: fit === 0 ? 0 : fit + (path.length === 1 ? 0.5 : 0),
      // Only for those that are shown: how a field is written takes a look at all others.
      entry: () => ({ kind: 'field', label, detail: key, help: '', insert: writeField(path, scope) }),
    }
  })
}

/** Columns of other forms, as `Payments.Amount`; behind what is the record's own. */
function rankedColumns(typed: string, scope: LabelledScope): readonly Ranked[] {
  return (scope.forms?.() ?? []).flatMap(({ key: form, names, fields }) =>
    fields().map(({ path, label }) => {
      const key = [form, ...path].join('.')
      const called = names.map((name) => `${name}.${label}`)
      const fit = rank(typed, [key, label, ...called])
      return {
        rank: fit === 0 || typed === '' ? 0 : fit - (path.length === 1 ? 0 : 0.5),
        entry: () => ({
          kind: 'field' as const,
          label: called[0] ?? key,
          detail: key,
          help: '',
          insert: writeColumn([form, ...path], scope),
        }),
      }
    }),
  )
}

/** Where the database has to answer, only what it can answer is offered. */
const offered = ({ asSql }: LabelledScope): readonly FormulaFunction[] =>
  asSql === true ? formulaFunctions.filter(({ hasSql }) => hasSql) : formulaFunctions

function rankedFunctions(typed: string, scope: LabelledScope, locale: Locale): readonly Ranked[] {
  return offered(scope).map((one) => ({
    rank: rank(typed, [one.name, ...one.aliases]),
    entry: () => ({
      kind: 'function',
      label: one.name,
      detail: signatureOf(one, locale),
      help: one.help[locale],
      insert: one.name,
    }),
  }))
}

/** Names that fit what is typed, those that begin so first; fields before functions. */
export function nameEntries(
  typed: string,
  scope: LabelledScope,
  locale: Locale,
  most = 30,
): readonly NameEntry[] {
  const ranked = [
    ...rankedFields(typed, scope),
    ...rankedFunctions(typed, scope, locale),
    ...rankedColumns(typed, scope),
  ]
  return ranked
    .filter((one) => one.rank >= 1)
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, most)
    .map(({ entry }) => entry())
}

/** Functions and fields for a reference: words may stand in the name, an alias, the label or the help. */
export function searchNames(search: string, scope: LabelledScope, locale: Locale): readonly NameEntry[] {
  const words = plain(search).split(/\s+/).filter(Boolean)
  const fits = (...texts: readonly string[]) => {
    const text = plain(texts.join(' '))
    return words.every((word) => text.includes(word))
  }
  const fields = scope
    .fields()
    .filter(({ path, label }) => fits(path.join('.'), label))
    .slice(0, 100)
    .map(({ path, label }): NameEntry => ({
      kind: 'field',
      label,
      detail: path.join('.'),
      help: '',
      insert: writeField(path, scope),
    }))
  const columns = (scope.forms?.() ?? []).flatMap(({ key: form, names, fields: inside }) =>
    inside()
      .filter(({ path, label }) => words.length > 0 && fits(form, path.join('.'), label, ...names))
      .map(({ path, label }): NameEntry => ({
        kind: 'field',
        label: `${names[0] ?? form}.${label}`,
        detail: [form, ...path].join('.'),
        help: '',
        insert: writeColumn([form, ...path], scope),
      })),
  )
  const functions = offered(scope)
    .filter((one) => fits(one.name, ...one.aliases, one.help.en, one.help.zh))
    .map((one): NameEntry => ({
      kind: 'function',
      label: one.name,
      detail: signatureOf(one, locale),
      help: [one.help[locale], listed(one.aliases, locale)].filter(Boolean).join(' · '),
      insert: one.name,
    }))
  return [...fields, ...functions, ...columns.slice(0, 100)]
}

/** The function whose brackets the caret is in, and at which of its parameters. */
export function callAt(text: string, caret: number): { readonly name: string; readonly at: number } | null {
  let depth = 0
  let at = 0
  let quoted = false
  for (let index = caret - 1; index >= 0; index -= 1) {
    const sign = text[index] ?? ''
    if (sign === '"') quoted = !quoted
    else if (quoted) continue
    else if (')）}'.includes(sign)) depth += 1
    else if (depth > 0 && '(（{'.includes(sign)) depth -= 1
    else if (depth === 0 && ',，;；'.includes(sign)) at += 1
    else if (depth === 0 && '(（'.includes(sign)) {
      const name = wordBefore.exec(text.slice(0, index).trimEnd())?.[0]
      if (name !== undefined) return { name, at }
      at = 0
    }
  }
  return null
}
