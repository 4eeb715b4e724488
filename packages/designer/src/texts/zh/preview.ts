import type { preview as en } from '../en/preview.ts'

export const preview: typeof en = {
  as: '查看身份',
  device: '设备',
  desktop: '桌面',
  phone: '手机',
  noCreate: '此角色无权新建记录',
  noCreateText: '请选择其他角色，或在“角色”中授予权限。',
  layout: '布局',
  fittingLayout: '自动匹配的布局',
  standardLayout: '标准布局',
  check: '检查填写',
  notSaved: '填写无误。预览不会保存数据。',
  record: '使用记录',
  newRecord: '新建记录',
  noRead: '此角色无权查看记录',
  gone: '无法显示此记录',
  goneText: '该记录可能已被删除，或您无权查看。请选择其他记录。',
}
