import { LIMITS } from '../limits.ts'
import type { SqlArg } from '../operation.ts'
import { param, sql } from '../sql/fragment.ts'
import type { SqlFragment } from '../sql/fragment.ts'
import { once } from '../sql/once.ts'
import { emptyToNull, wholeNumber } from '../sql/pieces.ts'
import { integerOf, textAnswer, textOf } from '../value.ts'
import type { Value } from '../value.ts'
import { codePoints } from './code-points.ts'

/** The text with what is missing to its length; `place` says on which side. */
export function filling(
  [value, length, fill]: readonly Value[],
  place: (text: string, filling: string) => string,
): string | null {
  const text = textOf(value ?? null) ?? ''
  const wanted = integerOf(length ?? null)
  if (wanted === null || wanted > LIMITS.textLength) return null
  const letters = codePoints(fill === undefined ? ' ' : (textOf(fill) ?? ''))
  const missing = letters.length === 0 ? 0 : Math.max(wanted - codePoints(text).length, 0)
  const put = Array.from({ length: missing }, (_, index) => letters[index % letters.length])
  return textAnswer(place(text, put.join('')))
}

const functions = { left: sql`lpad`, right: sql`rpad` }

/** PostgreSQL's own padding would cut a longer text. */
export function paddingSql(args: readonly SqlArg[], side: 'left' | 'right'): SqlFragment {
  const padded = once(args, (given, length, fill) => {
    const text = sql`coalesce(${given}, '')`
    const letters = args.length > 2 ? sql`coalesce(${fill}, '')` : sql`' '`
    const made = sql`${functions[side]}(${text}, ${wholeNumber(length)}, ${letters})`
    return sql`case when ${length} >= ${param(LIMITS.textLength + 1, 'int')} then null when char_length(${text}) >= ${length} then ${text} else ${made} end`
  })
  return emptyToNull(padded)
}
