import type { Readable } from 'node:stream'
import { openPromise, type Entry } from 'yauzl'
import { Unreadable } from '../table/unreadable.ts'
import { entryPath } from './entry-path.ts'

export const zipOfFilesLimits = { entries: 10_000, unpacked: 1024 * 1024 * 1024, ratio: 100 } as const

/** One file in a zip. */
export interface ZippedFile {
  readonly path: string
  readonly bytes: number
  /** It needs a password, or was packed in a way that few programs know. */
  readonly isLocked: boolean
  /** What is in it; ends with an error as soon as more comes out than the directory says. */
  open(): Promise<Readable>
}

export interface OpenZip extends AsyncDisposable {
  readonly files: readonly ZippedFile[]
}

const tooLarge = () =>
  new Unreadable('tooLargeInside', { limit: `${zipOfFilesLimits.unpacked / 1024 / 1024} MB` })

/** Refused by what the directory says; that it says the truth is looked at while it is unpacked. */
function refuseBombs(entries: readonly Entry[], bytes: number): void {
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (unpacked > zipOfFilesLimits.unpacked || unpacked > bytes * zipOfFilesLimits.ratio) throw tooLarge()
}

/** The files in a zip, read one by one and never as a whole; nothing is written under a name that stands in it. */
export async function openZip(path: string, bytes: number): Promise<OpenZip> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false }).catch(
    () => {
      throw new Unreadable('notZip')
    },
  )
  try {
    const { entries: most } = zipOfFilesLimits
    if (zip.entryCount > most) throw new Unreadable('tooManyFiles', { limit: most })
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) entries.push(entry)
    refuseBombs(entries, bytes)
    const files = entries.flatMap((entry): ZippedFile[] => {
      const named = entryPath(entry)
      if (named === undefined) return []
      return [
        {
          path: named,
          bytes: entry.uncompressedSize,
          isLocked: entry.isEncrypted() || !entry.canDecodeFileData(),
          open: () => zip.openReadStreamPromise(entry),
        },
      ]
    })
    return { files, [Symbol.asyncDispose]: async () => zip.close() }
  } catch (error) {
    zip.close()
    throw error instanceof Unreadable ? error : new Unreadable('damaged')
  }
}
