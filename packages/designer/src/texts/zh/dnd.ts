import type { dnd as en } from '../en/dnd.ts'

export const dnd: typeof en = {
  draggable: '可拖动',
  grab: '移动{{name}}',
  instructions: '按空格键或回车键拿起，用方向键选择位置，再按空格键或回车键放下。按 Esc 取消。',
  lifted: '已拿起“{{name}}”',
  dropped: '已放下“{{name}}”',
  cancelled: '已取消移动“{{name}}”',
  nowhere: '不在可放置的位置',
  fieldPlace: '分组“{{section}}”，第 {{position}} 位，共 {{count}} 位',
  sectionPlace: '第 {{position}} 个分组，共 {{count}} 个',
}
