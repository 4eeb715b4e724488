/** Problems of backups, and of what waits after a restore. */
export const backupProblems = {
  'backup-just-made': {
    status: 429,
    en: 'A backup ended just now. The next can begin in {minutes} min.',
    zh: '刚刚完成一次备份，请在 {minutes} 分钟后再试。',
  },
  'hold-over': {
    status: 409,
    en: 'Somebody else has decided already what becomes of what was waiting.',
    zh: '其他管理员已处理过等待发送的内容。',
  },
} as const
