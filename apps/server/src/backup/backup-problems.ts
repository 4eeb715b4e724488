import { StartProblem } from '../postgres/start-problem.ts'
import { backupFormat, type AboutBackup } from './about-backup.ts'

const bad = (en: string, zh: string, cause?: unknown) =>
  new StartProblem('bad-backup', `${en} Nothing was changed.`, `${zh}未做任何改动。`, { cause })

export const noBackup = (file: string, cause: unknown) =>
  bad(`The backup ${file} cannot be read.`, `无法读取备份文件 ${file}。`, cause)

export const damaged = (file: string, why: string, cause?: unknown) =>
  bad(
    `The backup ${file} is damaged (${why}). Take another one.`,
    `备份文件 ${file} 已损坏（${why}），请换用其他备份。`,
    cause,
  )

export const notEmpty = (folder: string) =>
  bad(
    `A backup is brought back into an empty folder, and ${folder} is not. Move it away, or name another one: DATA_FOLDER=…`,
    `备份只能恢复到空文件夹，而 ${folder} 不是空的。请先将其移走，或用 DATA_FOLDER=… 指定其他文件夹。`,
  )

const inGigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`

export const noRoomToRestore = (folder: string, needed: number, free: number) =>
  bad(
    `The backup needs ${inGigabytes(needed)} in ${folder}, and its disk has ${inGigabytes(free)} left. Make room, or name another one: DATA_FOLDER=…`,
    `恢复此备份需要在 ${folder} 中占用 ${inGigabytes(needed)}，而所在磁盘仅剩 ${inGigabytes(free)}。请腾出空间，或用 DATA_FOLDER=… 指定其他文件夹。`,
  )

export const notOurs = () =>
  bad(
    'A backup is brought back into a database of our own, and DATABASE_URL names another server. Leave it out, or use the tools of that server.',
    '备份只能恢复到内置数据库，而 DATABASE_URL 指定了其他数据库服务器。请去掉该设置，或使用该服务器自己的工具。',
  )

const newer = ({ product }: AboutBackup) =>
  bad(
    `The backup was made by a newer Pipewright (${product}). Install that version, then restore.`,
    `该备份由更新版本的 Pipewright（${product}）创建。请先安装该版本，再恢复。`,
  )

const otherPostgres = ({ postgres, product }: AboutBackup, major: number) =>
  bad(
    `The backup is of PostgreSQL ${postgres}, and this Pipewright brings PostgreSQL ${major}. Restore it with Pipewright ${product}.`,
    `该备份来自 PostgreSQL ${postgres}，而当前 Pipewright 内置的是 PostgreSQL ${major}。请用 Pipewright ${product} 恢复。`,
  )

const otherMachine = ({ platform }: AboutBackup, here: string) =>
  bad(
    `The backup was made on another kind of machine (${platform}; this one is ${here}). Restore it on one like that.`,
    `该备份来自另一种机器（${platform}，本机为 ${here}）。请在同类机器上恢复。`,
  )

interface Here {
  readonly product: string
  readonly schema: AboutBackup['schema']
  readonly platform: string
  readonly postgresMajor: number
}

const parts = (version: string) => version.split(/[.-]/).map((part) => Number.parseInt(part, 10) || 0)

function isNewer(one: string, other: string): boolean {
  const [mine, theirs] = [parts(one), parts(other)]
  const at = [0, 1, 2].find((place) => mine[place] !== theirs[place])
  return at !== undefined && (mine[at] ?? 0) > (theirs[at] ?? 0)
}

/** Refuses, in words, what this installation could not open. */
export function refuseForeign(about: AboutBackup, here: Here): void {
  const { format, product, schema, postgres, platform } = about
  if (format > backupFormat || isNewer(product, here.product)) throw newer(about)
  if (schema.system > here.schema.system || schema.workspace > here.schema.workspace) throw newer(about)
  if (Number.parseInt(postgres, 10) !== here.postgresMajor) throw otherPostgres(about, here.postgresMajor)
  if (platform !== here.platform) throw otherMachine(about, here.platform)
}
