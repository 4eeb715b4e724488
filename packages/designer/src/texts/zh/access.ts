import type { access as en } from '../en/access.ts'

export const access: typeof en = {
  title: '权限',
  of: '{{role}}的权限',
  none: '无权限',
  read: '可查看',
  write: '可编辑',
  admin: '全部权限',
  noForm: '无此表单权限',
}
