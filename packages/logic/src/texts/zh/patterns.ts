import type { patterns as english } from '../en/patterns.ts'

export const patterns: typeof english = {
  bracket: '括号没有成对',
  escape: '反斜杠后的内容无法识别，不支持反向引用',
  repetition: '重复符号前没有内容，或重复次数过多',
  class: '方括号中的范围颠倒',
  group: '分组名称不可用',
  unsupported: '不支持前后断言',
  tooLarge: '内容过大',
  other: '无法识别',
}
