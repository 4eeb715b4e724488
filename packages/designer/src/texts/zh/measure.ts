import type { measure as en } from '../en/measure.ts'

export const measure: typeof en = {
  count: '计数',
  sum: '合计',
  avg: '平均值',
  min: '最小值',
  max: '最大值',
  first: '第一个',
  last: '最后一个',
  countDistinct: '去重计数',
  list: '列表',
  listDistinct: '去重列表',
}
