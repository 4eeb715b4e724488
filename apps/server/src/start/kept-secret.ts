import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../postgres/data-folder.ts'

const unlessThere = (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EEXIST') throw error
}

/** Makes the file with its whole content at once; of servers that start together, the first wins. */
async function writeNew(file: string): Promise<void> {
  const fresh = randomBytes(32).toString('hex')
  const draft = `${file}-${fresh.slice(0, 8)}`
  await writeFile(draft, `${fresh}\n`, { mode: 0o600, flag: 'wx' })
  try {
    await link(draft, file).catch(unlessThere)
  } finally {
    await rm(draft)
  }
}

async function readOrWrite(file: string): Promise<string> {
  if (!existsSync(file)) await writeNew(file)
  const kept = (await readFile(file, 'utf8')).trim()
  if (kept.length >= 32) return kept
  throw new Error(`${file} holds no secret`)
}

/** The secret of this server, made once in the data folder; where nothing can be kept it lasts as long as the process. */
export async function keptSecret(dataFolder: string, say: (line: string) => void): Promise<string> {
  try {
    return await readOrWrite(join(await makeFolder(dataFolder), 'secret'))
  } catch {
    say(
      `No secret could be kept in ${dataFolder}: set SECRET, or links of public forms cannot be shown again later.`,
    )
    say(`无法在 ${dataFolder} 中保存密钥：请设置 SECRET，否则公开表单的链接之后将无法再次显示。`)
    return randomBytes(32).toString('hex')
  }
}
