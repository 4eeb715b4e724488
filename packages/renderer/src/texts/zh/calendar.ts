import type { calendar as english } from '../en/calendar.ts'

export const calendar: typeof english = {
  today: '今天',
  earlier: '向前',
  later: '向后',
  span: '显示范围',
  month: '月',
  week: '周',
  day: '日',
  agenda: '日程',
  quarter: '季度',
  year: '年',
  none: '这些日期没有记录',
  more_one: '查看当天：还有 {{count}} 条',
  more_other: '查看当天：还有 {{count}} 条',
  newOn: '{{day}}：新建{{form}}',
  showDay: '查看 {{day}}',
  open: '按回车键打开记录。',
  keys: '按回车键打开记录。按 Alt 加左右方向键移动一天，加上下方向键移动一周；同时按住 Shift 则调整结束日期。按 M 或右键单击可选择日期。',
}
