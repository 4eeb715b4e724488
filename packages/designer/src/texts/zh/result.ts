import type { result as en } from '../en/result.ts'

export const result: typeof en = {
  number: '数字',
  money: '金额',
  percent: '百分比',
  text: '文本',
  date: '日期',
  dateTime: '日期时间',
  yesNo: '是/否',
}
