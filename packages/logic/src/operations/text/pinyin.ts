import { requireEngines } from '../../engines.ts'
import type { StrictOperation } from '../../operation.ts'
import { withTexts } from '../../semantics/with-values.ts'
import { signature } from '../../typing.ts'
import { TEXT } from '../../value-type.ts'
import { textAnswer, textOf } from '../../value.ts'

export const pinyin: StrictOperation = {
  arity: [1, 2],
  formula: {
    name: 'PINYIN',
    aliases: ['拼音'],
    params: { en: ['text', 'separator'], zh: ['文本', '分隔符'] },
    help: {
      en: 'Chinese characters in pinyin without tones, syllables parted by a space or the given text; other text stays. Not for filters and calculated fields.',
      zh: '把汉字转换为不带声调的拼音，音节间用空格或指定文本分隔，其他文本不变。不能用于筛选和计算字段。',
    },
    example: ['PINYIN("张三")', 'zhang san'],
  },
  check: signature(['text', 'text'], TEXT),
  evaluate: ([text, separator]) =>
    withTexts([text ?? null], (chinese) =>
      textAnswer(
        requireEngines()
          .syllables(chinese)
          .join(separator === undefined ? ' ' : (textOf(separator) ?? '')),
      ),
    ),
  sql: 'pinyin',
}
