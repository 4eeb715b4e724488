import type { result as en } from '../en/result.ts'

export const result: typeof en = {
  number: '数字',
  money: '金额',
  percent: '百分比',
  text: '文本',
  date: '日期',
  dateTime: '日期时间',
  yesNo: '是/否',
  longText: '多行文本',
  choice: '单选',
  multiChoice: '多选',
  email: '邮箱',
  phone: '电话',
  url: '链接',
  member: '成员',
  relation: '记录',
}
