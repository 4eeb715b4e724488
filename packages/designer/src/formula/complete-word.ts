import { formulaFunctions, type LabelledScope } from '@pipewright/logic'
import type { Locale } from '@pipewright/metadata'

export interface Completion {
  /** What is written. */
  readonly insert: string
  readonly label: string
  /** What stands beside it, quietly: the key of a field, the parameters of a function. */
  readonly detail: string
  readonly help: string
  readonly kind: 'field' | 'function'
}

/** The word before the caret that is being completed. */
export interface Word {
  readonly from: number
  readonly to: number
  readonly text: string
}

const wordBefore = /[\p{L}_$][\p{L}\p{N}_$.]*$/u

export function wordAt(text: string, caret: number): Word {
  const before = text.slice(0, caret)
  // Inside quotes stands a text, no name.
  const isQuoted = before.split('"').length % 2 === 0
  const found = isQuoted ? '' : (wordBefore.exec(before)?.[0] ?? '')
  return { from: caret - found.length, to: caret, text: found }
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase()

/** How well a name fits what is typed: 2 it begins so, 1 it is in it, 0 not at all. */
function rank(typed: string, ...names: readonly string[]): number {
  const wanted = plain(typed)
  if (wanted === '') return 1
  const candidates = names.map(plain)
  if (candidates.some((name) => name.startsWith(wanted))) return 2
  return candidates.some((name) => name.includes(wanted)) ? 1 : 0
}

/** Fields first, then functions; those whose name begins with the typed word before the others. */
export function completions(
  typed: string,
  scope: LabelledScope,
  locale: Locale,
  most = 8,
): readonly Completion[] {
  const fields = scope.fields().map((field) => {
    const path = field.path.join('.')
    const entry: Completion = { insert: path, label: field.label, detail: path, help: '', kind: 'field' }
    return {
      entry,
      rank: rank(typed, path, field.label, field.path.at(-1) ?? '') + (field.path.length === 1 ? 0.5 : 0),
    }
  })
  const functions = formulaFunctions.map((one) => {
    const detail = `(${one.params[locale].join(', ')})`
    const entry: Completion = {
      insert: `${one.name}(`,
      label: one.name,
      detail,
      help: one.help[locale],
      kind: 'function',
    }
    return { entry, rank: typed === '' ? 0 : rank(typed, one.name, ...one.aliases) }
  })
  return [...fields, ...functions]
    .filter((one) => one.rank >= 1)
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, most)
    .map(({ entry }) => entry)
}

/** The text with the word replaced, and where the caret stands then. */
export function applyCompletion(
  text: string,
  word: Word,
  completion: Completion,
): { text: string; caret: number } {
  const rest = text.slice(word.to)
  const insert =
    completion.kind === 'function' && rest.startsWith('(')
      ? completion.insert.slice(0, -1)
      : completion.insert
  return { text: text.slice(0, word.from) + insert + rest, caret: word.from + insert.length }
}
