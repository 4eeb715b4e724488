import type { typeChange as en } from '../en/type-change.ts'

export const typeChange: typeof en = {
  open: '更改类型…',
  title: '更改“{{field}}”的类型',
  to: '由“{{from}}”改为',
  choose: '选择类型',
  change: '更改类型',
  counting: '正在试转换现有数据',
  failed: '无法完成试转换，请重试。',
  noValues: '此字段还没有任何数据。',
  converts_one: '{{filled}} 个值中有 {{count}} 个可以转换',
  converts_other: '{{filled}} 个值中有 {{count}} 个可以转换',
  changes_one: '其中 {{count}} 个的写法会有变化，或只保留一部分。',
  changes_other: '其中 {{count}} 个的写法会有变化，或只保留一部分。',
  options_one: '已根据现有数据生成 {{count}} 个选项。',
  options_other: '已根据现有数据生成 {{count}} 个选项。',
  keeps_one: '{{count}} 个值无法转换',
  keeps_other: '{{count}} 个值无法转换',
  keepsText: '这些记录的该字段将为空，原值会另行保留。例如：',
  was: '现在',
  becomes: '转换后',
  safe: '发布之前不会有任何变化。所有原值都会保留 30 天，期间恢复旧版本即可找回。',
}
