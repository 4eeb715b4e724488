import type { keys as en } from '../en/keys.ts'

export const keys: typeof en = {
  title: '键盘操作',
  choose: '选择',
  walk: '移到上一个或下一个字段',
  select: '选中字段',
  range: '选中连续的多个字段',
  more: '加选或取消一个字段',
  section: '选中整个分组',
  one: '只保留一个字段',
  change: '修改',
  move: '移动选中的字段',
  duplicate: '复制一份',
  clipboard: '复制、剪切、粘贴，可跨表单使用',
  remove: '删除',
  undo: '撤销与重做，次数不限',
  carry: '用字段或分组的手柄 ⠿ 搬动',
  carryHow: '拿起、选位置、放下；按 Esc 放回原处',
}
