import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const worthIt = /\.(?:m?js|css|html|svg|webmanifest)$/
const least = 1024

const squeeze = {
  br: (text: Buffer) =>
    promisify(brotliCompress)(text, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 9,
        [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      },
    }),
  gz: (text: Buffer) => promisify(gzip)(text, { level: 9 }),
}

async function compress(file: string): Promise<void> {
  const text = await readFile(file)
  if (text.length < least) return
  for (const [ending, pack] of Object.entries(squeeze)) await writeFile(`${file}.${ending}`, await pack(text))
}

/** Lays a compressed copy beside every file, which the server sends instead to whoever takes it. */
export function compressedFiles(): Plugin {
  let folder = ''
  return {
    name: 'compressed-files',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir)
    },
    async closeBundle() {
      const entries = await readdir(folder, { recursive: true })
      await Promise.all(
        entries.filter((name) => worthIt.test(name)).map((name) => compress(join(folder, name))),
      )
    },
  }
}
