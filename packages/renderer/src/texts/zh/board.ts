import type { board as english } from '../en/board.ts'

export const board: typeof english = {
  none: '未填写{{field}}',
  moveTo: '移动到…',
  moveCard: '将“{{title}}”移动到…',
  moved: '“{{title}}”已移动到“{{stage}}”',
  moveFailed: '“{{title}}”未能移动：{{reason}}',
  lost: '无法连接服务器',
  add: '新建',
  addIn: '在“{{stage}}”中新建{{form}}',
  more_one: '还有 {{count}} 条',
  more_other: '还有 {{count}} 条',
  empty: '暂无记录',
  dropHere: '拖放到此处',
  fillFirst: '将“{{title}}”移动到“{{stage}}”之前',
  move: '移动',
  overdue_one: '在此阶段已超期 {{count}} 天',
  overdue_other: '在此阶段已超期 {{count}} 天',
  cards: '{{stage}}：{{count}}',
}
