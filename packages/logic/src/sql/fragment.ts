/** What may be bound to a parameter. Decimals, dates and instants travel as text and are cast by the fragment. */
export type SqlValue = string | number | boolean | null | readonly string[]

/** SQL as data: fixed text around bound values, so nothing a person wrote can become SQL. */
export interface SqlFragment {
  readonly strings: readonly string[]
  readonly values: readonly SqlValue[]
}

/** Template for fragments. Only fragments go in; bind values with `param`, names with `identifier`. */
export function sql(strings: TemplateStringsArray, ...parts: readonly SqlFragment[]): SqlFragment {
  const texts: string[] = [strings[0] as string]
  const values: SqlValue[] = []
  parts.forEach((part, index) => {
    const [first = '', ...rest] = part.strings
    texts.push(`${texts.pop()}${first}`, ...rest)
    texts.push(`${texts.pop()}${strings[index + 1]}`)
    values.push(...part.values)
  })
  return { strings: texts, values }
}

export type SqlType = 'text' | 'numeric' | 'boolean' | 'date' | 'timestamptz' | 'time' | 'uuid' | 'int'

/** A bound value with its type. */
export function param(value: SqlValue, type: SqlType, list = false): SqlFragment {
  return { strings: ['', `::${type}${list ? '[]' : ''}`], values: [value] }
}

const NAME = /^[a-z_][a-z0-9_]{0,62}$/

/** A quoted name; names come from checked keys, anything else is our bug. */
export function identifier(name: string): SqlFragment {
  if (!NAME.test(name)) throw new TypeError('not a physical name')
  return { strings: [`"${name}"`], values: [] }
}

export function joinSql(fragments: readonly SqlFragment[], separator: SqlFragment): SqlFragment {
  const [first, ...rest] = fragments
  return rest.reduce((all, fragment) => sql`${all}${separator}${fragment}`, first ?? sql``)
}

/** Text with `$1…` and the values in order, for a PostgreSQL driver. */
export function renderSql(fragment: SqlFragment, firstParam = 1): { text: string; values: SqlValue[] } {
  const text = fragment.strings.reduce((all, part, index) => `${all}$${firstParam + index - 1}${part}`)
  return { text, values: [...fragment.values] }
}
