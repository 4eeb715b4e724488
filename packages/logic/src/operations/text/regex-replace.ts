import type { StrictOperation } from '../../operation.ts'
import { checkPattern, replaceMatches } from '../../semantics/patterns.ts'
import { TEXT } from '../../value-type.ts'
import { textAnswer, textOf } from '../../value.ts'

export const regexReplace: StrictOperation = {
  arity: [3, 3],
  formula: {
    name: 'REGEXREPLACE',
    aliases: ['正则替换'],
    params: { en: ['text', 'pattern', 'new'], zh: ['文本', '正则表达式', '新文本'] },
    help: {
      en: 'Replaces every part of the text that fits a regular expression (RE2); $1 to $9 in the new text stand for its groups. Not for filters and calculated fields.',
      zh: '替换文本中所有符合正则表达式（RE2）的部分，新文本中的 $1 至 $9 代表分组。不能用于筛选和计算字段。',
    },
    example: ['REGEXREPLACE("2026-01-31", "(\\d+)-(\\d+)-(\\d+)", "$3.$2.$1")', '31.01.2026'],
  },
  check: (call) => checkPattern(call, TEXT),
  evaluate: ([text, pattern, fresh]) =>
    textAnswer(replaceMatches(text ?? null, pattern ?? null, textOf(fresh ?? null) ?? '')),
  sql: 'pattern',
}
