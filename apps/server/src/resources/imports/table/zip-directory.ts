import { Unreadable } from './unreadable.ts'

export const zipLimits = {
  bytes: 25 * 1024 * 1024,
  unpacked: 200 * 1024 * 1024,
  ratio: 100,
  entries: 1000,
} as const

export interface ZipEntry {
  readonly name: string
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  /** Where its local header begins. */
  readonly offset: number
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const shortestEnd = 22

function findEnd(zip: Buffer): number {
  const first = Math.max(0, zip.length - shortestEnd - 0xffff)
  for (let at = zip.length - shortestEnd; at >= first; at -= 1)
    if (zip.readUInt32LE(at) === endMark) return at
  throw new Unreadable('damaged')
}

export const tooLargeInside = (): Unreadable =>
  new Unreadable('tooLargeInside', { limit: `${zipLimits.unpacked / 1024 / 1024} MB` })

function readEntry(zip: Buffer, at: number): { entry: ZipEntry; next: number } {
  if (at + 46 > zip.length || zip.readUInt32LE(at) !== entryMark) throw new Unreadable('damaged')
  if ((zip.readUInt16LE(at + 8) & 1) === 1) throw new Unreadable('oldWorkbook')
  const nameLength = zip.readUInt16LE(at + 28)
  const entry = {
    name: zip.toString('utf8', at + 46, at + 46 + nameLength),
    method: zip.readUInt16LE(at + 10),
    packed: zip.readUInt32LE(at + 20),
    unpacked: zip.readUInt32LE(at + 24),
    offset: zip.readUInt32LE(at + 42),
  }
  return { entry, next: at + 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32) }
}

/** The directory of a zip file, refused where it says that too much would come out. */
export function readZipDirectory(zip: Buffer): Map<string, ZipEntry> {
  if (zip.length < shortestEnd) throw new Unreadable('damaged')
  const end = findEnd(zip)
  const count = zip.readUInt16LE(end + 10)
  if (count > zipLimits.entries) throw tooLargeInside()
  const entries = new Map<string, ZipEntry>()
  let unpacked = 0
  let at = zip.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readEntry(zip, at)
    unpacked += entry.unpacked
    entries.set(entry.name, entry)
    at = next
  }
  if (unpacked > zipLimits.unpacked || unpacked > zip.length * zipLimits.ratio) throw tooLargeInside()
  return entries
}

/** The packed bytes of an entry. */
export function packedBytes(zip: Buffer, { offset, packed }: ZipEntry): Buffer {
  if (offset + 30 > zip.length || zip.readUInt32LE(offset) !== 0x04034b50) throw new Unreadable('damaged')
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28)
  if (start + packed > zip.length) throw new Unreadable('damaged')
  return zip.subarray(start, start + packed)
}
