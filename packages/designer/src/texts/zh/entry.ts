import type { entry as english } from '../en/entry.ts'

export const entry: typeof english = {
  title: '录入设置',
  fillMost: '每位成员最多填写条数',
  fillFree: '不限',
  fillPer: '统计周期',
  fill_ever: '累计',
  fill_day: '每天',
  fill_week: '每周',
  fill_month: '每月',
  fillHelp: '对页面填写、导入和接口均有效。已删除的记录和公开表单的提交不计入；按成员所在时区计算日期。',
  message: '新建后的提示',
  open: '随后打开',
  record: '该记录',
  list: '列表',
  new: '继续新建',
  link: '网址',
  url: '网址',
  urlHelp: '以 https:// 或 http:// 开头。',
  copyAll: '复制记录时复制全部字段',
  copyFields: '复制的字段',
  copyHelp: '编号、唯一值和文件不会被复制。',
}
