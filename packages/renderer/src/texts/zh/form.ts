import type { form as english } from '../en/form.ts'

export const form: typeof english = {
  save: '保存',
  create: '新建',
  cancel: '取消',
  discard: '放弃修改',
}
