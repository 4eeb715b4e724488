import { createHash } from 'node:crypto'
import type { Statement } from './connection.ts'

/** A fragment of `@pipewright/logic`: fixed text around bound values. */
export interface Fragment {
  readonly strings: readonly string[]
  readonly values: readonly unknown[]
}

/** Plans that are kept bind other values to the same pieces, whose text is then made once. */
const texts = new WeakMap<readonly string[], string>()

/** The statement of a fragment, with `$1…` in order. */
export function toStatement({ strings, values }: Fragment): Statement {
  const known = texts.get(strings)
  if (known !== undefined) return { text: known, values }
  const [first = '', ...rest] = strings
  const text = rest.reduce((all, part, index) => `${all}$${index + 1}${part}`, first)
  texts.set(strings, text)
  return { text, values }
}

const endings = new WeakMap<readonly string[], Map<string, string>>()
const mostHeads = 200

/** Fixed text that binds `$1…$<bound>` itself, followed by a kept fragment, whose values count on from there. */
export function endingWith(head: string, bound: number, { strings }: Fragment): string {
  const known = endings.get(strings) ?? new Map<string, string>()
  endings.set(strings, known)
  const found = known.get(head)
  if (found !== undefined) return found
  const [first = '', ...rest] = strings
  const text = rest.reduce((all, part, index) => `${all}$${bound + index + 1}${part}`, head + first)
  if (known.size >= mostHeads) known.clear()
  known.set(head, text)
  return text
}

/** Every session keeps each prepared statement it has met, so their number is bounded. */
const most = 2000
const names = new Map<string, string>()

/** The same statement prepared once per connection; for the texts that come again and again. */
export function prepared(statement: Statement): Statement {
  let name = names.get(statement.text)
  if (name === undefined) {
    if (names.size >= most) return statement
    name = createHash('sha256').update(statement.text).digest('base64url').slice(0, 22)
    names.set(statement.text, name)
  }
  return { ...statement, name }
}
