import type { moment as english } from '../en/moment.ts'

export const moment: typeof english = {
  move: '移动“{{title}}”',
  moveTo: '移动到日期…',
  noDate: '无日期',
  inSight_one: '{{from}} 至 {{until}} 共 {{count}} 条',
  inSight_other: '{{from}} 至 {{until}} 共 {{count}} 条',
  unscheduled: '未排期',
  unscheduledCount: '未排期：{{count}}',
  closeTray: '关闭未排期列表',
  drop: '将记录拖到某一天，或为其选择日期。',
  more: '显示更多',
  new: '新建{{form}}',
  draw: '在日期上拖动即可新建',
  keys: '按回车键打开记录。上下方向键切换行，左右方向键滚动。按住 Shift 加左右方向键移动记录；同时按住 Alt 则调整结束日期。按 M 选择日期。',
  moveKeys:
    '按回车键打开记录。上下方向键切换行，左右方向键滚动。按住 Shift 加左右方向键移动记录。按 M 选择日期。',
}
