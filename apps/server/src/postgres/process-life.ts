import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

function linuxStat(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command name stands in brackets and may hold blanks; the fields after it do not.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

const ps = (pid: number, column: string) => {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim()
  } catch {
    return ''
  }
}

/** Does the process run? A dead one whose parent has not yet taken notice (a zombie) does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  if (process.platform === 'linux') {
    const state = linuxStat(pid)?.[0]
    return state !== undefined && state !== 'Z' && state !== 'X'
  }
  return process.platform === 'win32' || !ps(pid, 'stat').startsWith('Z')
}

/** A mark of when the process began (empty when it cannot be told), to know it from a later one with the same id. */
export function startedAt(pid: number): string {
  if (process.platform === 'linux') return linuxStat(pid)?.[19] ?? ''
  return process.platform === 'win32' ? '' : ps(pid, 'lstart')
}

/** Is this living process a PostgreSQL server that works in `folder`? */
export function isServerOf(pid: number, folder: string): boolean {
  if (process.platform !== 'linux')
    return process.platform === 'win32' || ps(pid, 'command').includes('postgres')
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch {
    return false
  }
}
