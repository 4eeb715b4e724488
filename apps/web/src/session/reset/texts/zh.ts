import type { ResetTexts } from './en.ts'

export const zh: ResetTexts = {
  forgotTitle: '重置密码',
  forgotHint: '我们会向您的邮箱发送一个链接。',
  send: '发送链接',
  sentTitle: '请查收邮件',
  sent: '如果 {{email}} 在此已有账号，且系统已设置邮件，链接将很快送达，一小时内有效。',
  noMail: '几分钟后仍未收到？请联系工作区管理员，在“成员与角色”中为您生成链接。',
  back: '返回登录',
  resetTitle: '设置新密码',
  resetHint: '设置后，其他设备会退出登录，此设备将自动登录。',
  next: '新密码',
  save: '保存并登录',
  overTitle: '此链接已失效',
  over: '链接已使用、已过期，或已被新链接取代。',
  askAgain: '重新获取链接',
}
