import { resolve } from 'node:path'

/** Why Pipewright cannot start, in words for the person at the terminal: English first, Chinese below. */
export class StartProblem extends Error {
  readonly code: StartProblemCode

  constructor(code: StartProblemCode, en: string, zh: string, options?: ErrorOptions) {
    super(`${en}\n${zh}`, options)
    this.name = 'StartProblem'
    this.code = code
  }
}

export type StartProblemCode =
  | 'port-taken'
  | 'port-forbidden'
  | 'disk-full'
  | 'folder-not-writable'
  | 'folder-in-use'
  | 'folder-missing'
  | 'database-refused'
  | 'database-version'
  | 'no-binaries'
  | 'no-system-user'
  | 'bad-setting'
  | 'bad-backup'
  | 'half-restored'

/** The failure names a full disk, wherever it was met: a file of ours, or PostgreSQL's own output. */
export const diskFull = (folder: string, cause?: unknown) =>
  new StartProblem(
    'disk-full',
    `The disk that holds ${folder} is full. Free some space and start again; nothing that was saved is lost.`,
    `${folder} 所在的磁盘已满。请腾出空间后重新启动；已保存的内容不会丢失。`,
    { cause },
  )

export const folderNotWritable = (folder: string, cause?: unknown) =>
  new StartProblem(
    'folder-not-writable',
    `The data folder ${folder} cannot be written by this user. Give this user the right to write there, or start as the user it belongs to.`,
    `当前用户无法写入数据文件夹 ${folder}。请授予写入权限，或用该文件夹所属的用户启动。`,
    { cause },
  )

export const databaseRefused = (reason: string, cause?: unknown, zh = reason) =>
  new StartProblem('database-refused', `The database refuses: ${reason}`, `数据库拒绝连接或启动：${zh}`, {
    cause,
  })

const portTaken = (port: string) =>
  new StartProblem(
    'port-taken',
    `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=8080 npm start`,
    `端口 ${port} 已被其他程序占用。请停止该程序，或换一个端口：PORT=8080 npm start`,
  )

const portForbidden = (port: string) =>
  new StartProblem(
    'port-forbidden',
    `This user may not open port ${port}. Choose a port from 1024 up: PORT=8080 npm start`,
    `当前用户无权打开端口 ${port}。请选择 1024 及以上的端口：PORT=8080 npm start`,
  )

type SystemError = Error & { code: string; syscall?: string; port?: number; path?: string }

const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'

/** Why a server turned us down, by SQLSTATE or the system's code. */
const refusals: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  '28P01': ['wrong user or password in DATABASE_URL.', 'DATABASE_URL 中的用户名或密码错误。'],
  '28000': ['this user may not sign in (DATABASE_URL).', '该用户无权登录（DATABASE_URL）。'],
  '3D000': ['the database named in DATABASE_URL does not exist.', 'DATABASE_URL 指定的数据库不存在。'],
  '42501': [
    'its user lacks the right to create schemas there.',
    '该用户没有在其中创建模式（schema）的权限。',
  ],
  '53300': ['it has no connection left.', '数据库连接数已满。'],
  '57P03': ['it is starting or stopping; try again in a moment.', '数据库正在启动或停止，请稍后再试。'],
  ECONNREFUSED: ['no server answers at this address and port.', '该地址和端口没有数据库服务器响应。'],
  ENOTFOUND: ['the host named in DATABASE_URL is unknown.', 'DATABASE_URL 指定的主机无法解析。'],
  EAI_AGAIN: ['the host named in DATABASE_URL cannot be looked up.', 'DATABASE_URL 指定的主机无法解析。'],
  ETIMEDOUT: ['no answer in time.', '连接超时。'],
  EHOSTUNREACH: ['its host cannot be reached.', '无法连接到该主机。'],
  ENETUNREACH: ['its network cannot be reached.', '无法连接到该网络。'],
  ECONNRESET: ['it closed the connection.', '数据库关闭了连接。'],
}

const unwritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'])

/**
 * Finds the plain words for an error met while starting (or undefined: then it is a bug, show the stack).
 * `folder` is named where the error itself names no path.
 */
export function explainStartFailure(error: unknown, folder = './data'): StartProblem | undefined {
  if (error instanceof StartProblem) return error
  if (error instanceof AggregateError) return explainStartFailure(error.errors[0], folder)
  if (!isSystemError(error)) return undefined
  const { code, syscall } = error
  // A file of ours deep inside the data folder says less than the folder itself.
  const place = error.path && !error.path.startsWith(resolve(folder)) ? error.path : folder
  if (code === 'EADDRINUSE') return portTaken(String(error.port ?? ''))
  if (code === 'EACCES' && syscall === 'listen') return portForbidden(String(error.port ?? ''))
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return diskFull(place, error)
  if (unwritable.has(code) || syscall === 'mkdir') return folderNotWritable(place, error)
  const refused = refusals[code]
  if (refused) return databaseRefused(refused[0], error, refused[1])
  return undefined
}
