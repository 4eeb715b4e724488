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
