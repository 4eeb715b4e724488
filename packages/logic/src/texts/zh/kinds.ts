import type { kinds as english } from '../en/kinds.ts'

export const kinds: typeof english = {
  text: '文本',
  number: '数值',
  boolean: '条件',
  date: '日期',
  dateTime: '日期时间',
  time: '时间',
  moment: '日期或日期时间',
  scalar: '单个值',
  list: '列表',
  address: '地址',
  dateRange: '日期区间',
  location: '定位',
  foreignMoney: '多币种金额',
  anyRelation: '任一表单的记录',
  record: '记录',
  null: '空值',
  any: '任意值',
}
