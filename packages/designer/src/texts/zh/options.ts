import type { options as en } from '../en/options.ts'

export const options: typeof en = {
  title: '选项',
  source: '选项来源',
  own: '本字段',
  shared: '共享选项集“{{name}}”',
  sharedHelp: '修改会影响所有使用此选项集的字段。',
  new: '新选项',
  add: '添加选项',
  name: '“{{name}}”的名称',
  color: '“{{name}}”的颜色',
  details: '“{{name}}”的详情',
  offered: '可供新记录选择',
  outcome: '此阶段表示',
  open: '进行中',
  won: '赢单',
  lost: '输单',
  probability: '赢率（%）',
}
