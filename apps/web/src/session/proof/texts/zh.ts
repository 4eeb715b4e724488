import type { ProofTexts } from './en.ts'

export const zh: ProofTexts = {
  title: '请再次输入密码',
  hint: '此操作会扩大他人的权限，且距您登录已有一段时间。',
  go: '继续',
}
