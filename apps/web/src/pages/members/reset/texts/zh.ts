import type { MemberResetTexts } from './en.ts'

export const zh: MemberResetTexts = {
  action: '密码链接',
  actionOf: '{{name}}的密码链接',
  title: '{{name}}的密码链接',
  hint: '{{name}}可通过此链接设置新密码并登录，您不会看到密码。设置后，该成员会从所有设备退出登录。',
  own: '您自己的密码',
  ownMissing: '请输入您自己的密码，以免他人使用您的设备操作。',
  make: '生成链接',
  made: '请将此链接亲自交给{{name}}，切勿发给他人。链接仅可使用一次，{{minutes}} 分钟内有效。',
}
