import type { examples as en } from '../en/examples.ts'

export const examples: typeof en = {
  title: '示例',
  help: '每一行写明应得到的结果。每次发布前都会试算，有一行不符就不能发布。日期和时间按 UTC 计。',
  helpRule:
    '每一行写明规则是否生效、生效后设置什么值。每次发布前都会试算，有一行不符就不能发布。日期和时间按 UTC 计。',
  elsewhere: '查找其他表单的公式不能添加示例，因为示例中没有其他表单的记录。',
  state: '状态',
  green: '与期望一致',
  red: '与期望不符',
  waiting: '暂时无法试算',
  day: '当天日期',
  moment: '当前时刻',
  expected: '期望结果',
  applies: '生效',
  appliesNot: '不生效',
  sets: '设置{{field}}',
  notChecked: '不检查',
  fails: '无法计算',
  cell: '{{label}}，示例 {{number}}',
  removing: '删除',
  remove: '删除示例 {{number}}',
  add: '添加示例',
  from: '取值的记录',
  choose: '选择记录',
  take: '取该记录的值',
}
