import type { numbering as english } from '../en/numbering.ts'

export const numbering: typeof english = {
  title: '编号规则',
  add: '添加组成部分',
  text: '固定文字',
  date: '日期',
  field: '字段值',
  counter: '流水号',
  value: '第 {{position}} 部分的内容',
  up: '前移第 {{position}} 部分',
  down: '后移第 {{position}} 部分',
  remove: '删除第 {{position}} 部分',
  period_never: '从不',
  period_year: '每年',
  period_month: '每月',
  period_day: '每天',
  period_field: '按字段值分别计数',
  periodField: '按此字段分别计数',
}
