import type { PasswordTexts } from './en.ts'

export const zh: PasswordTexts = {
  hint: '修改后，此设备保持登录，其他设备会退出登录。',
  current: '当前密码',
  currentMissing: '请输入当前密码。',
  next: '新密码',
  nextShort: '至少 8 个字符。',
  same: '新密码与当前密码相同，请换一个。',
  done: '密码已修改，其他设备均已退出登录。',
}
