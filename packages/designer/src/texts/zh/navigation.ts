import type { navigation as en } from '../en/navigation.ts'

export const navigation: typeof en = {
  appName: '应用名称',
  currency: '工作区本位币',
  currencyHelp:
    '新建的金额字段以此为币种：手动添加的字段、由表格生成的表单以及通过 API 添加的字段。已有字段的币种不变，已录入的金额不受影响。',
  currencyUsed: '现有字段的币种：{{list}}。',
  groupLabel: '分组名称',
  add: '添加表单或仪表盘',
  addGroup: '添加分组',
  remove: '移除“{{name}}”',
}
