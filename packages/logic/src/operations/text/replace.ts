import type { StrictOperation } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import type { SqlFragment } from '../../sql/fragment.ts'
import { once } from '../../sql/once.ts'
import { emptyToNull, wholeNumber } from '../../sql/pieces.ts'
import { LIMITS } from '../../limits.ts'
import { ExpressionError } from '../../problem.ts'
import { signature } from '../../typing.ts'
import { integerOf, textAnswer, textOf } from '../../value.ts'
import type { Value } from '../../value.ts'
import { TEXT } from '../../value-type.ts'

function replaced(text: string, old: string | null, fresh: string, occurrence?: Value): string {
  if (old === null) return text
  const pieces = text.split(old)
  if (occurrence !== undefined) {
    const at = integerOf(occurrence) ?? 0
    if (at < 1 || at >= pieces.length) return text
    return pieces.slice(0, at).join(old) + fresh + pieces.slice(at).join(old)
  }
  // Refused before it is made: a small text may grow beyond all memory.
  const length = text.length + (pieces.length - 1) * (fresh.length - old.length)
  if (length > LIMITS.textLength)
    throw new ExpressionError({ code: 'textTooLong', pointer: '', params: { limit: LIMITS.textLength } })
  return pieces.join(fresh)
}

function replaceAllSql(text: SqlFragment, old: SqlFragment, fresh: SqlFragment): SqlFragment {
  return sql`replace(${text}, coalesce(${old}, ''), coalesce(${fresh}, ''))`
}

/** `***=` makes the rest of a pattern stand for itself. */
function replaceOneSql(
  text: SqlFragment,
  old: SqlFragment,
  fresh: SqlFragment,
  occurrence: SqlFragment,
): SqlFragment {
  const filling = sql`replace(coalesce(${fresh}, ''), '\\', '\\\\')`
  const made = sql`regexp_replace(${text}, '***=' || ${old}, ${filling}, 1, ${wholeNumber(occurrence)})`
  return sql`case when ${occurrence} >= 1 and ${old} is not null then ${made} else ${text} end`
}

export const replace: StrictOperation = {
  arity: [3, 4],
  formula: {
    name: 'SUBSTITUTE',
    aliases: ['替换'],
    params: { en: ['text', 'old', 'new', 'occurrence'], zh: ['文本', '旧文本', '新文本', '第几个'] },
    help: {
      en: 'Replaces every occurrence of a text, or only the one with the given number.',
      zh: '替换所有出现的文本，或只替换第几个。',
    },
  },
  check: signature(['text', 'text', 'text', 'number'], TEXT),
  evaluate: ([value, old, fresh, occurrence]) =>
    textAnswer(
      replaced(textOf(value ?? null) ?? '', textOf(old ?? null), textOf(fresh ?? null) ?? '', occurrence),
    ),
  sql({ args }) {
    return emptyToNull(
      once(args, (text, old, fresh, occurrence) =>
        args.length > 3 ? replaceOneSql(text, old, fresh, occurrence) : replaceAllSql(text, old, fresh),
      ),
    )
  },
}
