import type { dashboards as en } from '../en/dashboards.ts'

export const dashboards: typeof en = {
  add: '新建仪表盘',
  emptyTitle: '还没有仪表盘',
  emptyText: '仪表盘在一个页面上展示多个报表。',
  count_one: '{{count}} 个报表',
  count_other: '{{count}} 个报表',
  widgets: '布局',
  choose: '点击报表可移动或调整大小。',
  addReport: '添加报表',
  pickReport: '选择报表',
  left: '左移',
  right: '右移',
  up: '上移',
  down: '下移',
  narrower: '变窄',
  wider: '变宽',
  shorter: '变矮',
  taller: '变高',
}
