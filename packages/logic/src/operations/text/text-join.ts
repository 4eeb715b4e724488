import type { StrictOperation } from '../../operation.ts'
import { MANY } from '../../operation.ts'
import { checkJoin, partsSql, writtenParts } from '../../semantics/joined.ts'
import { joinSql, sql } from '../../sql/fragment.ts'
import { emptyToNull } from '../../sql/pieces.ts'
import { ANY } from '../../value-type.ts'
import { textAnswer, textOf } from '../../value.ts'

export const textJoin: StrictOperation = {
  arity: [2, MANY],
  formula: {
    name: 'TEXTJOIN',
    aliases: ['合并文本', 'JOIN'],
    params: { en: ['separator', 'values', '…'], zh: ['分隔符', '值', '…'] },
    help: {
      en: 'Joins texts, numbers and dates, also of lists, with a separator between them; empty ones are left out.',
      zh: '用分隔符连接文本、数值和日期（可为列表），忽略空值。',
    },
    example: ['TEXTJOIN(", ", {"a", "b"}, "c")', 'a, b, c'],
  },
  check: checkJoin,
  evaluate([separator, ...values], context, types) {
    const parts = values.flatMap((value, index) => writtenParts(value, types[index + 1] ?? ANY, context.zone))
    return textAnswer(parts.join(textOf(separator ?? null) ?? ''))
  },
  sql(call) {
    const [separator, ...values] = call.args
    const parts = joinSql(
      values.map((value) => sql`(${partsSql(value, call)})`),
      sql` union all `,
    )
    const between = separator ? sql`coalesce(${separator.value()}, '')` : sql`''`
    return emptyToNull(sql`(select string_agg(_j.v, ${between}) from (${parts}) as _j(v))`)
  },
}
