/** Problems of coming in, and of one's own account. */
export const accountProblems = {
  'not-signed-in': { status: 401, en: 'Please sign in.', zh: '请先登录。' },
  'wrong-credentials': { status: 401, en: 'E-mail or password is wrong.', zh: '邮箱或密码不正确。' },
  'key-refused': {
    status: 401,
    en: 'This API key is not valid, has expired, or may not be used from here.',
    zh: '此 API 密钥无效、已过期，或不允许从当前地址使用。',
  },
  'too-many-attempts': {
    status: 429,
    en: 'Too many attempts. Try again in {seconds} seconds.',
    zh: '尝试次数过多，请在 {seconds} 秒后重试。',
  },
  'setup-closed': {
    status: 409,
    en: 'The first account already exists. Sign in instead.',
    zh: '首个账号已创建，请直接登录。',
  },
  'link-invalid': { status: 404, en: 'This link is not valid any more.', zh: '此链接已失效。' },
  'csrf-refused': {
    status: 403,
    en: 'The page is out of date. Reload it and try again.',
    zh: '页面已过期，请刷新后重试。',
  },
  'confirm-password': {
    status: 403,
    en: 'This asks for your password again, because you gave it some time ago.',
    zh: '距上次验证已有一段时间，请再次输入密码以继续此操作。',
  },
  'account-elsewhere': {
    status: 409,
    en: 'This account belongs to other workspaces too, so its password is not yours to reset. Whoever runs the server can make a link.',
    zh: '此账号还属于其他工作区，您不能重置其密码。请联系服务器管理人员生成重置链接。',
  },
} as const
