import type { StrictOperation } from '../../operation.ts'
import { sql } from '../../sql/fragment.ts'
import { emptyToNull, list } from '../../sql/pieces.ts'
import { signature } from '../../typing.ts'
import { textAnswer, textOf } from '../../value.ts'
import { madeWhole } from '../../value-type.ts'

/** A part stands on a line of its own, so that every part can hold anything else. */
const line = (text: string): string => text.replaceAll(/[\r\n]/gu, ' ')

/** The parts of an address line by line, the country first. */
export const address: StrictOperation = {
  arity: [1, 6],
  formula: {
    name: 'ADDRESS',
    aliases: ['地址'],
    params: {
      en: ['country code', 'province', 'city', 'district', 'street', 'postcode'],
      zh: ['国家代码', '省', '市', '区县', '详细地址', '邮编'],
    },
    help: {
      en: 'A value for an address, one part per line; parts may be left out or empty: ADDRESS("US"), ADDRESS("CN", "浙江省", "杭州市").',
      zh: '地址字段的值，每个部分占一行；各部分可省略或留空：ADDRESS("CN", "浙江省")、ADDRESS("US")。',
    },
    example: ['LEN(ADDRESS("CN", "浙江省", "杭州市"))', '10'],
  },
  check: signature([], madeWhole('address', 'city'), 'text'),
  evaluate: (values) =>
    textAnswer(
      values
        .map((value) => line(textOf(value) ?? ''))
        .join('\n')
        .replace(/\n+$/u, ''),
    ),
  sql({ args }) {
    const lines = args.map((arg) => sql`translate(coalesce(${arg.value()}, ''), E'\\r\\n', '  ')`)
    return emptyToNull(sql`rtrim(concat_ws(E'\\n', ${list(lines)}), E'\\n')`)
  },
}
