import type { StrictOperation } from '../../operation.ts'
import { checkPattern, firstMatch } from '../../semantics/patterns.ts'
import { BOOLEAN } from '../../value-type.ts'

export const regexMatch: StrictOperation = {
  arity: [2, 2],
  formula: {
    name: 'REGEXMATCH',
    aliases: ['正则匹配'],
    params: { en: ['text', 'pattern'], zh: ['文本', '正则表达式'] },
    help: {
      en: 'True when a part of the text fits a regular expression (RE2); ^ and $ bind it to both ends. Not for filters and calculated fields.',
      zh: '文本中有部分符合正则表达式（RE2）时为真，用 ^ 和 $ 限定首尾。不能用于筛选和计算字段。',
    },
    example: ['REGEXMATCH("A-1024", "^[A-Z]-\\d+$")', 'TRUE'],
  },
  sentence: { en: '{0} matches {1}', zh: '{0} 匹配 {1}' },
  check: (call) => checkPattern(call, BOOLEAN),
  evaluate: ([text, pattern]) => firstMatch(text ?? null, pattern ?? null) !== undefined,
  sql: 'pattern',
}
