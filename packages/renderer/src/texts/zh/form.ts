import type { form as english } from '../en/form.ts'

export const form: typeof english = {
  save: '保存',
  create: '创建',
  cancel: '取消',
  discard: '放弃修改',
  required: '必填',
  locked: '已被规则锁定',
  readOnly: '此字段仅可查看',
  problems_one: '有 {{count}} 项内容需要修改。',
  problems_other: '有 {{count}} 项内容需要修改。',
  draftRestored: '已恢复您之前填写的内容。',
  draftDiscard: '放弃',
  unsaved_one: '{{count}} 处修改未保存',
  unsaved_other: '{{count}} 处修改未保存',
  newRecord: '新建{{form}}',
  moreFields: '完整表单',
  nothingToFill: '没有您可以填写的字段。',
  saved: '已保存',
}
