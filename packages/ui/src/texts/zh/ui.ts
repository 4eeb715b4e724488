import type { ui as english } from '../en/ui.ts'

export const ui: typeof english = {
  tryAgain: '重试',
  reference: '编号 {id}',
  loading: '加载中…',
  lost: '无法连接服务器，请检查网络后重试。',
  back: '返回',
}
