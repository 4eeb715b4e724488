import { realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { RunAs } from './run-as.ts'

const read = 4
const enter = 1

function allows(path: string, who: Required<RunAs>, wanted: number): boolean {
  const { mode, uid, gid } = statSync(path)
  const shift = uid === who.uid ? 6 : gid === who.gid ? 3 : 0
  return ((mode >> shift) & wanted) === wanted
}

/**
 * Can that user come to `path`: may he enter every folder above it, and read (and enter) the thing itself?
 * Homes are often closed to others (mode 0700), and then a database run by the system user finds nothing there.
 */
export function isReachable(path: string, who: RunAs): boolean {
  const { uid, gid } = who
  if (uid === undefined || gid === undefined) return true
  const real = realpathSync(path)
  const itself = statSync(real).isDirectory() ? read | enter : read
  if (!allows(real, { uid, gid }, itself)) return false
  return areFoldersOpen(real, who)
}

/** May that user enter every folder above `path`? The path itself need not be readable to him, nor exist. */
export function areFoldersOpen(path: string, who: RunAs): boolean {
  const { uid, gid } = who
  if (uid === undefined || gid === undefined) return true
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!allows(folder, { uid, gid }, enter)) return false
    if (folder === dirname(folder)) return true
  }
}
