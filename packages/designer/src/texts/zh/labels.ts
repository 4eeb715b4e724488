import type { labels as en } from '../en/labels.ts'

export const labels: typeof en = {
  title: '字段标题',
  place: '字段标题位置',
  above: '上方',
  beside: '左侧',
  help: '空间足够时显示在左侧；手机和较窄的列中始终显示在上方。',
}
