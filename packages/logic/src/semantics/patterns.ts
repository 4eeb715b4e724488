import { findEngines, requireEngines } from '../engines.ts'
import type { Pattern, PatternMatch } from '../engines.ts'
import { LIMITS } from '../limits.ts'
import type { Call } from '../operation.ts'
import { ExpressionError } from '../problem.ts'
import { requireType } from '../typing.ts'
import { textOf } from '../value.ts'
import type { Value } from '../value.ts'
import type { ValueType } from '../value-type.ts'

/** A text, then a pattern written out: it is read by the engine that will run it. */
export function checkPattern(call: Call, result: ValueType): ValueType {
  const [text, pattern, ...rest] = call.args
  requireType(call, text, 'text')
  for (const node of rest) requireType(call, node, 'text')
  if (!pattern) return result
  const source = pattern.kind === 'literal' ? pattern.value : null
  if (typeof source !== 'string')
    call.report('wrongLiteral', pattern, { expected: 'RE2', operator: call.name })
  else if (source.length > LIMITS.patternLength)
    call.report('textTooLong', pattern, { limit: LIMITS.patternLength })
  else {
    const read = findEngines()?.pattern(source)
    if (read && 'reason' in read) call.report('badPattern', pattern, { reason: read.reason })
  }
  return result
}

function patternOf(source: Value): Pattern | null {
  const text = textOf(source)
  if (text === null || text.length > LIMITS.patternLength) return null
  const pattern = requireEngines().pattern(text)
  return 'reason' in pattern ? null : pattern
}

function tooLong(limit: number): ExpressionError {
  return new ExpressionError({ code: 'textTooLong', pointer: '', params: { limit } })
}

/** Matches in a text, one after the other; none when text or pattern is empty. */
export function* matchesIn(value: Value, source: Value): Iterable<PatternMatch> {
  const text = textOf(value)
  const pattern = text === null ? null : patternOf(source)
  if (text === null || pattern === null) return
  if (text.length > LIMITS.patternInput) throw tooLong(LIMITS.patternInput)
  yield* pattern.matches(text)
}

export function firstMatch(value: Value, source: Value): PatternMatch | undefined {
  for (const match of matchesIn(value, source)) return match
  return undefined
}

/** `$1` to `$9` stand for groups, `$0` for the whole match, `$$` for the sign itself. */
function filled(template: string, match: PatternMatch): string {
  return template.replaceAll(/\$(\$|\d)/g, (_, name: string) =>
    name === '$' ? '$' : (match.groups[Number(name)] ?? ''),
  )
}

export function replaceMatches(value: Value, source: Value, template: string): string {
  const text = textOf(value) ?? ''
  let [made, from] = ['', 0]
  for (const match of matchesIn(value, source)) {
    made += text.slice(from, match.from) + filled(template, match)
    from = match.to
    // Refused while it is made: a small text may grow beyond all memory.
    if (made.length > LIMITS.textLength) throw tooLong(LIMITS.textLength)
  }
  return made + text.slice(from)
}
