import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from './start-problem.ts'

/** Lies in a data folder for as long as a backup is brought back into it. */
export const restoringMark = (dataFolder: string) => join(dataFolder, 'restoring')

/** What a killed restore left is no database; beginning an empty one there would look as if everything were lost. */
export function refuseHalfRestored(dataFolder: string): void {
  if (!existsSync(restoringMark(dataFolder))) return
  throw new StartProblem(
    'half-restored',
    `A restore into ${dataFolder} did not finish. Run it again: npm start -- --restore <file>. To begin with an empty database instead, delete that folder.`,
    `恢复到 ${dataFolder} 的操作没有完成。请重新执行：npm start -- --restore <文件>。如果想使用空数据库重新开始，请删除该文件夹。`,
  )
}
