import type { formula as en } from '../en/formula.ts'

export const formula: typeof en = {
  placeholder: 'quantity * price',
  hint: '输入字段或函数名；按 Ctrl+空格 查看可用内容。',
  suggestions: '字段与函数',
  gives: '结果为{{type}}',
  number: '数字',
  text: '文本',
  boolean: '是或否',
  date: '日期',
  dateTime: '日期时间',
  list: '列表',
  record: '记录',
  null: '空值',
  any: '任意值',
}
