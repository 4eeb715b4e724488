import type { measure as en } from '../en/measure.ts'

export const measure: typeof en = {
  count: '计数',
  sum: '合计',
  avg: '平均值',
  min: '最小值',
  max: '最大值',
}
