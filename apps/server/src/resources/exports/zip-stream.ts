import { Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

export interface ZipPart {
  readonly name: string
  readonly content: AsyncIterable<string> | Iterable<string>
}

interface Written {
  readonly name: Buffer
  readonly crc: number
  readonly packed: number
  readonly unpacked: number
  readonly offset: number
}

/** 1980-01-01, so that the same content makes the same file. */
const day = 0x21

function header(
  mark: number,
  { name, crc, packed, unpacked }: Omit<Written, 'offset'>,
  extra: number,
): Buffer {
  const isEntry = mark === 0x02014b50
  const at = isEntry ? 2 : 0
  const bytes = Buffer.alloc(30 + extra)
  bytes.writeUInt32LE(mark, 0)
  if (isEntry) bytes.writeUInt16LE(20, 4)
  bytes.writeUInt16LE(20, 4 + at)
  // Sizes come after the content; names are UTF-8.
  bytes.writeUInt16LE(0x0808, 6 + at)
  bytes.writeUInt16LE(8, 8 + at)
  bytes.writeUInt16LE(day, 12 + at)
  bytes.writeUInt32LE(crc, 14 + at)
  bytes.writeUInt32LE(packed, 18 + at)
  bytes.writeUInt32LE(unpacked, 22 + at)
  bytes.writeUInt16LE(name.length, 26 + at)
  return bytes
}

function descriptor({ crc, packed, unpacked }: Written): Buffer {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt32LE(0x08074b50, 0)
  bytes.writeUInt32LE(crc, 4)
  bytes.writeUInt32LE(packed, 8)
  bytes.writeUInt32LE(unpacked, 12)
  return bytes
}

function entryOf(written: Written): Buffer {
  const bytes = header(0x02014b50, written, 16)
  bytes.writeUInt32LE(written.offset, 42)
  return Buffer.concat([bytes, written.name])
}

function endOf(count: number, size: number, offset: number): Buffer {
  const bytes = Buffer.alloc(22)
  bytes.writeUInt32LE(0x06054b50, 0)
  bytes.writeUInt16LE(count, 8)
  bytes.writeUInt16LE(count, 10)
  bytes.writeUInt32LE(size, 12)
  bytes.writeUInt32LE(offset, 16)
  return bytes
}

/** Sizes and places are told by 32 bits. */
const largest = 0xffff_ffff

export class TooLargeForZip extends Error {}

/** A zip file as a stream: no part is ever whole in memory. */
export async function* zipStream(parts: Iterable<ZipPart> | AsyncIterable<ZipPart>): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let offset = 0
  for await (const { name: text, content } of parts) {
    const name = Buffer.from(text)
    const begin = offset
    let crc = 0
    let unpacked = 0
    let packed = 0
    const local = Buffer.concat([header(0x04034b50, { name, crc: 0, packed: 0, unpacked: 0 }, 0), name])
    yield local
    async function* counted(): AsyncGenerator<Buffer> {
      for await (const piece of content) {
        const bytes = Buffer.from(piece)
        crc = crc32(bytes, crc)
        unpacked += bytes.length
        if (unpacked > largest) throw new TooLargeForZip('a part is too large for a zip file')
        yield bytes
      }
    }
    const source = Readable.from(counted(), { objectMode: false })
    const deflate = createDeflateRaw({ level: 4 })
    source.on('error', (error) => deflate.destroy(error))
    try {
      for await (const chunk of source.pipe(deflate) as AsyncIterable<Buffer>) {
        packed += chunk.length
        yield chunk
      }
    } finally {
      source.destroy()
    }
    const entry = { name, crc, packed, unpacked, offset: begin }
    written.push(entry)
    yield descriptor(entry)
    offset = begin + local.length + packed + 16
    if (offset > largest) throw new TooLargeForZip('too large for a zip file')
  }
  const directory = Buffer.concat(written.map(entryOf))
  yield directory
  yield endOf(written.length, directory.length, offset)
}
