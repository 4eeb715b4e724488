import type { OfflineTexts } from './en.ts'

export const zh: OfflineTexts = {
  newVersion: '新版本已就绪。表单中正在填写的内容会保留。',
  reload: '重新加载',
  later: '稍后',
}
