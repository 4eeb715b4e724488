import type { sharing as english } from '../en/share.ts'

export const sharing: typeof english = {
  shareRecord: '共享',
  shareTitle: '共享“{{title}}”',
  shareHint: '对方可查看和编辑的内容仍受其角色权限限制。',
  sharedWith: '已共享给',
  shareOpen: '查看',
  shareMembers: '成员',
  shareTo: '选择成员或部门',
  shareHow: '权限',
  shareToRead: '可查看',
  shareToEdit: '可编辑',
  shareEnd: '截止日期（可不填）',
  shareUntil: '截至 {{day}}',
  shareGo: '共享',
  shareStop: '取消共享',
  shareStopWith: '取消对{{name}}的共享',
  shareBlind: '对方的角色无权查看此类记录',
}
