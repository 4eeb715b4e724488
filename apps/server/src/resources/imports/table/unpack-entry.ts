import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { Unreadable } from './unreadable.ts'
import { packedBytes, tooLargeInside, zipLimits, type ZipEntry } from './zip-directory.ts'

/** Counts what comes out of one file, whatever its directory said. */
export interface Unpacked {
  bytes: number
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

function streamOf(zip: Buffer, entry: ZipEntry): AsyncIterable<Buffer> {
  const packed = packedBytes(zip, entry)
  const source = Readable.from(slices(packed))
  if (entry.method === 0) return source as AsyncIterable<Buffer>
  if (entry.method !== 8) throw new Unreadable('damaged')
  return source.pipe(createInflateRaw()) as AsyncIterable<Buffer>
}

/** The text of an entry, piece by piece; stops as soon as more comes out than the limits allow. */
export async function* unpackEntry(zip: Buffer, entry: ZipEntry, unpacked: Unpacked): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  let own = 0
  try {
    for await (const chunk of streamOf(zip, entry)) {
      own += chunk.length
      unpacked.bytes += chunk.length
      if (own > entry.unpacked || unpacked.bytes > zipLimits.unpacked) throw tooLargeInside()
      yield decoder.decode(chunk, { stream: true })
    }
  } catch (error) {
    throw error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
      ? new Unreadable('damaged')
      : error
  }
}
