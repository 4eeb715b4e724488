import type { navigation as en } from '../en/navigation.ts'

export const navigation: typeof en = {
  appName: '应用名称',
  groupLabel: '分组名称',
  add: '添加表单或仪表盘',
  addGroup: '添加分组',
  remove: '移除“{{name}}”',
}
