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

export const databaseRefused = (reason: string, cause?: unknown) =>
  new StartProblem('database-refused', `The database refuses: ${reason}`, `数据库拒绝连接或启动：${reason}`, {
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

/** SQLSTATE classes by which a server turns a connection down: wrong password, no such database, too many clients. */
const refusal = /^(28|3D|53|57P|08)/

const unwritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'])

/**
 * Finds the plain words for an error met while starting (or undefined: then it is a bug, show the stack).
 * `folder` is named where the error itself names no path.
 */
export function explainStartFailure(error: unknown, folder = './data'): StartProblem | undefined {
  if (error instanceof StartProblem) return error
  if (error instanceof AggregateError) return explainStartFailure(error.errors[0], folder)
  if (!isSystemError(error)) return undefined
  const { code, syscall, message } = error
  // A file of ours deep inside the data folder says less than the folder itself.
  const place = error.path && !error.path.startsWith(resolve(folder)) ? error.path : folder
  if (code === 'EADDRINUSE') return portTaken(String(error.port ?? ''))
  if (code === 'EACCES' && syscall === 'listen') return portForbidden(String(error.port ?? ''))
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return diskFull(place, error)
  if (unwritable.has(code) || syscall === 'mkdir') return folderNotWritable(place, error)
  if (syscall === 'connect' || syscall === 'getaddrinfo' || refusal.test(code))
    return databaseRefused(message, error)
  return undefined
}
