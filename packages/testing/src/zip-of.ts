import { crc32, deflateRawSync } from 'node:zlib'

export interface Zipped {
  /** Text is UTF-8 and says so; bytes are taken as they are, as of an archive in another encoding. */
  readonly name: string | Uint8Array
  readonly content: string | Uint8Array
  /** Needs a password, as far as its flag says. */
  readonly locked?: boolean
}

const utf8 = 0x800

function partsOf({ name, content, locked = false }: Zipped, offset: number) {
  const bytes = Buffer.from(content as string)
  const called = Buffer.from(name as string)
  const packed = deflateRawSync(bytes)
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(20, 0)
  shared.writeUInt16LE((typeof name === 'string' ? utf8 : 0) | (locked ? 1 : 0), 2)
  shared.writeUInt16LE(8, 4)
  shared.writeUInt16LE(0x21, 8)
  shared.writeUInt32LE(crc32(bytes), 10)
  shared.writeUInt32LE(packed.length, 14)
  shared.writeUInt32LE(bytes.length, 18)
  shared.writeUInt16LE(called.length, 22)
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(offset, 10)
  return {
    local: Buffer.concat([Buffer.from('504b0304', 'hex'), shared, called, packed]),
    entry: Buffer.concat([Buffer.from('504b01021400', 'hex'), shared, rest, called]),
  }
}

/** A zip file as other programs make them. */
export function zipOf(files: readonly Zipped[]): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const { local, entry } = partsOf(file, offset)
    locals.push(local)
    entries.push(entry)
    offset += local.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}
