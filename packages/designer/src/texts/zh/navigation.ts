import type { navigation as en } from '../en/navigation.ts'

export const navigation: typeof en = {
  appName: '应用名称',
  currency: '工作区本位币',
  currencyHelp:
    '新建的金额字段以此为币种：手动添加的字段、由表格生成的表单以及通过 API 添加的字段。已有字段的币种不变，已录入的金额不受影响。',
  currencyUsed: '现有字段的币种：{{list}}。',
  groupLabel: '分组名称',
  add: '添加表单、视图或仪表盘',
  addLink: '添加链接',
  edit: '“{{name}}”的设置',
  entryLabel: '显示名称',
  linkLabel: '链接名称',
  url: '地址',
  urlHelp: 'https://… 会在新窗口打开；/f/lead 或 /d/sales 指向本工作区的页面。',
  urlWrong: '请填写以 https:// 或 / 开头的地址。',
  roles: '仅对以下角色显示',
  rolesAll: '所有有权打开的成员',
  groupRoles: '分组仅对以下角色显示',
  icon: '图标',
  addGroup: '添加分组',
  remove: '移除“{{name}}”',
}
