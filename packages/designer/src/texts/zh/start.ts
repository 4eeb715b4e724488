import type { start as english } from '../en/start.ts'

export const start: typeof english = {
  title: '初始值',
  last: '沿用上次填写的值',
  lastHelp: '每个人新建记录时，会带出自己上次填写的内容。',
  types: '按记录类型',
  typesHelp: '此处的值优先于字段的默认值。',
  origins: '取自来源记录',
  originsHelp: '在另一条记录的页面、列表或表单中新建时生效。',
  addOrigin: '来源于……',
  from: '来源记录的字段',
  itself: '该记录本身',
  to: '写入的字段',
  addPair: '再带入一个字段',
  removePair: '不再带入',
  presets: '预设',
  presetsHelp: '显示在“新建”菜单中，例如“展会线索”。',
  presetName: '预设名称',
  presetValues: '初始内容',
  addPreset: '添加预设',
  removePreset: '删除{{name}}',
}
