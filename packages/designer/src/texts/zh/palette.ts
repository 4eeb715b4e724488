import type { palette as en } from '../en/palette.ts'

export const palette: typeof en = {
  search: '搜索字段类型',
  none: '没有与“{{text}}”匹配的字段类型。',
  section: '添加分组',
  add: '添加{{type}}',
  needsRelation: '需要先在其他表单中添加指向本表单的关联字段。',
  text: '文本',
  number: '数字',
  date: '日期时间',
  choice: '选项',
  people: '人员',
  relation: '关联',
  file: '文件',
  calculated: '自动计算',
}
