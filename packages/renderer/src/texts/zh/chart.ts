import type { chart as english } from '../en/chart.ts'

export const chart: typeof english = {
  asTable: '以表格显示',
  asChart: '以图表显示',
  total: '合计',
  none: '未填写',
  empty: '暂无数据',
  emptyText: '有符合此报表条件的记录后，数据会显示在这里。',
  more: '仅显示前 {{count}} 组。',
  open: '查看“{{group}}”的记录',
  group: '分组',
  loading: '正在加载数据…',
  share: '占首个阶段的 {{share}}',
}
