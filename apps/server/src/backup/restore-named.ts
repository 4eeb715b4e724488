import type { Config } from '../start/config.ts'
import { notOurs } from './backup-problems.ts'
import { restoreBackup } from './restore-backup.ts'

/** What `npm start -- --restore <file>` does before it starts. */
export async function restoreNamed(
  file: string,
  { databaseUrl, dataFolder, secret: given }: Config,
  say: (line: string) => void,
): Promise<void> {
  if (databaseUrl !== undefined) throw notOurs()
  say(`Checking and restoring ${file} … / 正在检查并恢复 ${file}……`)
  const { at, secret } = await restoreBackup({ file, dataFolder, now: new Date().toISOString() })
  say(`The backup of ${at} is restored. / 已恢复 ${at} 的备份。`)
  if (secret === 'given' && given === undefined)
    say(
      'Its secret was given as SECRET and is not in the backup: set it again, or sealed passwords and links of public forms are lost. / 其密钥由 SECRET 设置，不在备份中：请重新设置，否则已加密的密码和公开表单的链接将无法使用。',
    )
}
