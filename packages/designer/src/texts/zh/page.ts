import type { page as en } from '../en/page.ts'

export const page: typeof en = {
  title: '设计器',
  palette: '字段类型',
  properties: '属性',
  add: '添加字段',
}
