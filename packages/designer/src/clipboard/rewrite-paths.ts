import { splitPlaceholders } from '@pipewright/metadata'

type Json = unknown

const isObject = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function renamed(path: string, names: ReadonlyMap<string, string>): string {
  const [head = '', ...rest] = path.split('.')
  if (head === '$old' || head === '$record') return [head, renamed(rest.join('.'), names)].join('.')
  return [names.get(head) ?? head, ...rest].join('.')
}

/** The same value with every field that an expression in it reads under its new name. */
export function rewriteNames<T>(value: T, names: ReadonlyMap<string, string>): T {
  const walk = (part: Json): Json => {
    if (Array.isArray(part)) return part.map(walk)
    if (!isObject(part)) return part
    return Object.fromEntries(
      Object.entries(part).map(([key, inner]) => {
        if (key !== 'var') return [key, walk(inner)]
        if (typeof inner === 'string') return [key, renamed(inner, names)]
        return Array.isArray(inner) && typeof inner[0] === 'string'
          ? [key, [renamed(inner[0], names), ...inner.slice(1).map(walk)]]
          : [key, walk(inner)]
      }),
    )
  }
  return walk(value) as T
}

/** The same value with every field whose value stands in a text of it under its new name. */
export function rewriteTexts<T>(value: T, names: ReadonlyMap<string, string>): T {
  const walk = (part: Json): Json => {
    if (Array.isArray(part)) return part.map(walk)
    if (isObject(part)) return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, walk(one)]))
    if (typeof part !== 'string') return part
    return splitPlaceholders(part)
      .map((one) => ('text' in one ? one.text : `{{${names.get(one.field) ?? one.field}}}`))
      .join('')
  }
  return walk(value) as T
}
