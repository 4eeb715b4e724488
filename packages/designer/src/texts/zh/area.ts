import type { area as en } from '../en/area.ts'

export const area: typeof en = {
  label: '设计内容',
  form: '表单',
  app: '应用',
  fields: '字段',
  settings: '表单设置',
  rules: '规则',
  stages: '阶段',
  views: '视图',
  workflows: '审批',
  conversions: '转换',
  publicForms: '公开表单',
  reports: '报表',
  dashboards: '仪表盘',
  roles: '角色',
  navigation: '导航',
}
