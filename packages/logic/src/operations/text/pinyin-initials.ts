import { requireEngines } from '../../engines.ts'
import type { StrictOperation } from '../../operation.ts'
import { codePoints } from '../../semantics/code-points.ts'
import { withTexts } from '../../semantics/with-values.ts'
import { signature } from '../../typing.ts'
import { TEXT } from '../../value-type.ts'
import { textAnswer } from '../../value.ts'

const HAN = /\p{Script=Han}/u

export const pinyinInitials: StrictOperation = {
  arity: [1, 1],
  formula: {
    name: 'PINYININITIALS',
    aliases: ['拼音首字母'],
    params: { en: ['text'], zh: ['文本'] },
    help: {
      en: 'The first letters of the pinyin of Chinese characters; other text stays. Not for filters and calculated fields.',
      zh: '汉字拼音的首字母，其他文本不变。不能用于筛选和计算字段。',
    },
    example: ['PINYININITIALS("张三")', 'zs'],
  },
  check: signature(['text'], TEXT),
  evaluate: (values) =>
    withTexts(values, (text) =>
      textAnswer(
        codePoints(text)
          .map((letter) =>
            HAN.test(letter) ? (requireEngines().syllables(letter)[0]?.[0] ?? letter) : letter,
          )
          .join(''),
      ),
    ),
  sql: 'pinyin',
}
