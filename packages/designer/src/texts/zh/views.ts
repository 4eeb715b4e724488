import type { views as en } from '../en/views.ts'

export const views: typeof en = {
  add: '新建视图',
  emptyTitle: '还没有视图',
  emptyText: '视图是保存好的列表或看板，包括列、筛选和排序。',
  type: '展示方式',
  table: '表格',
  board: '看板',
  columns: '列',
  cardFields: '卡片字段',
  groupBy: '看板分列依据',
  sums: '每列合计',
  filter: '仅显示满足条件的记录',
  sort: '排序',
  sortField: '排序字段',
  direction: '方向',
  asc: '升序',
  desc: '降序',
  addSort: '添加排序',
  removeSort: '删除排序',
}
