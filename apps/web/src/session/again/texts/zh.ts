import type { AgainTexts } from './en.ts'

export const zh: AgainTexts = {
  title: '您已退出登录',
  hint: '请重新登录后继续，您输入的内容仍然保留。',
  other: '离开此页面，使用其他账号登录',
}
