import type { StrictOperation } from '../../operation.ts'
import { checkPattern, firstMatch } from '../../semantics/patterns.ts'
import { TEXT } from '../../value-type.ts'
import { textAnswer } from '../../value.ts'

export const regexExtract: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'REGEXEXTRACT',
    aliases: ['正则提取'],
    params: { en: ['text', 'pattern'], zh: ['文本', '正则表达式'] },
    help: {
      en: 'The first part of the text that fits a regular expression (RE2), or what its first group holds. Not for filters and calculated fields.',
      zh: '文本中第一处符合正则表达式（RE2）的部分；有分组时返回第一个分组。不能用于筛选和计算字段。',
    },
    example: ['REGEXEXTRACT("Order A-1024", "A-(\\d+)")', '1024'],
  },
  check: (call) => checkPattern(call, TEXT),
  evaluate([text, pattern]) {
    const groups = firstMatch(text ?? null, pattern ?? null)?.groups ?? []
    return textAnswer((groups.length > 1 ? groups[1] : groups[0]) ?? '')
  },
  sql: 'pattern',
}
