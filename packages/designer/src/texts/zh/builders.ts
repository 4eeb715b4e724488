import type { builders as en } from '../en/builders.ts'

export const builders: typeof en = {
  label: '正在一起设计的成员',
  at: '{{name}}正在编辑：{{place}}',
  somebody: '某位成员',
  somewhere: '应用的其他部分',
  noChanges: '没有未发布的更改',
  changes_one: '{{count}} 处未发布的更改：',
  changes_other: '{{count}} 处未发布的更改：',
  published: '其他人已发布版本 {{revision}}，您的更改可以合并到该版本之上。',
  take: '合并',
  conflicts: '以下内容双方都有修改，已保留您的版本，请核对：',
}
