import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root, type Result } from './step.ts'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}
type Manifest = Readonly<Record<string, Chunk>>

const dist = join(root, 'apps/web/dist')
const most = 350_000

/** What a rep downloads who lands on the board, besides the scripts of index.html: texts of one language, the list page with its board. */
const shown = [
  'src/texts/en.ts',
  '../../packages/renderer/src/texts/en/index.ts',
  'src/pages/list/list-page.tsx',
  'src/pages/list/board-view.tsx',
]

/** Chunks that index.html names. */
function entries(manifest: Manifest): string[] {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const files = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, file]) => file)
  if (files.length === 0) throw new Error('The built index.html names no script.')
  return Object.keys(manifest).filter((key) => files.includes(manifest[key]?.file))
}

function withImports(manifest: Manifest, key: string, found: Set<string>): void {
  const chunk = manifest[key]
  if (chunk === undefined) throw new Error(`The build has no chunk ${key}.`)
  if (found.has(chunk.file)) return
  found.add(chunk.file)
  for (const next of chunk.imports ?? []) withImports(manifest, next, found)
}

/** Sums the gzip size of the JavaScript behind the first page, from the build that stands in apps/web/dist. */
export async function checkFirstPage(): Promise<Result> {
  const manifest: Manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
  const files = new Set<string>()
  for (const key of [...entries(manifest), ...shown]) withImports(manifest, key, files)
  const bytes = [...files]
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0)
  return {
    ok: bytes <= most,
    note: `first page ${(bytes / 1000).toFixed(1)} kB gzip, at most ${most / 1000}`,
  }
}
