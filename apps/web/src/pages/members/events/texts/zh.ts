import type { MemberEventTexts } from './en.ts'

export const zh: MemberEventTexts = {
  action: '变更记录',
  actionOf: '{{name}}的变更记录',
  title: '{{name}}的角色变更记录',
  hint: '每次变更都会自动记录，任何人都无法修改。',
  given: '{{author}} 授予了角色：{{roles}}',
  taken: '{{author}} 收回了角色：{{roles}}',
  givenAndTaken: '{{author}} 授予了角色：{{given}}；收回了角色：{{taken}}',
  withSample: '随示例数据创建，角色：{{roles}}',
  letIn: '{{author}} 恢复了此成员的访问权限',
  lockedOut: '{{author}} 停用了此成员',
  none: '暂无变更',
  noneHint: '今后授予或收回的角色都会显示在这里。',
  more: '仅显示最近的 {{count}} 条变更。',
}
