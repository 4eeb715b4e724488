import type { conflict as english } from '../en/conflict.ts'

export const conflict: typeof english = {
  title: '此记录已被他人修改',
  text: '请逐项选择要保留的内容。在您确认之前，已填写的内容不会丢失。',
  mine: '我的修改',
  theirs: '{{name}} 保存的内容',
  theirsUnknown: '他人保存的内容',
  before: '原值：{{value}}',
  save: '按此保存',
  cancel: '继续编辑',
  both: '双方均已修改',
  onlyMine: '仅您修改',
}
