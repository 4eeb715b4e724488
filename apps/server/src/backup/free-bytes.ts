import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/** How much may still be written into a folder, which need not be there yet. */
export type FreeBytes = (folder: string) => Promise<number>

/** Asks the disk. */
export const freeBytesOf: FreeBytes = async (folder) => {
  let there = resolve(folder)
  while (!existsSync(there)) there = dirname(there)
  const { bavail, bsize } = await statfs(there)
  return bavail * bsize
}
