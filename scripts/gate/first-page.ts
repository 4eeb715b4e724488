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

const texts = ['src/texts/en.ts', '../../packages/renderer/src/texts/en/index.ts']

/** What is downloaded to show a page, besides the scripts of index.html and the texts of one language; `most` in bytes of gzip. */
const pages = [
  { name: 'home', chunks: ['src/pages/dashboard/dashboard-page.tsx'], most: 322_000 },
  { name: 'board', chunks: ['src/pages/list/list-page.tsx', 'src/pages/list/board-view.tsx'], most: 326_000 },
  { name: 'table', chunks: ['src/pages/list/list-page.tsx', 'src/pages/list/table-view.tsx'], most: 350_000 },
  { name: 'to-do', chunks: ['src/pages/todo/todo-page.tsx'], most: 345_000 },
  // Date pickers, line items and the engine of patterns come beside it, where a form has such fields.
  { name: 'record', chunks: ['src/pages/record/record-page.tsx'], most: 575_000 },
  { name: 'sign-in', chunks: ['src/session/sign-in-page.tsx'], most: 330_000 },
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

function weightOf(manifest: Manifest, chunks: readonly string[]): number {
  const files = new Set<string>()
  for (const key of [...entries(manifest), ...texts, ...chunks]) withImports(manifest, key, files)
  return [...files]
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0)
}

const kilo = (bytes: number) => (bytes / 1000).toFixed(1)

/** Sums the gzip size of the JavaScript behind pages that somebody begins with, from the build that stands in apps/web/dist. */
export async function checkFirstPage(): Promise<Result> {
  const manifest: Manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
  const weighed = pages.map((page) => ({ ...page, bytes: weightOf(manifest, page.chunks) }))
  return {
    ok: weighed.every(({ bytes, most }) => bytes <= most),
    note: `${weighed.map(({ name, bytes, most }) => `${name} ${kilo(bytes)} (at most ${most / 1000})`).join(', ')} kB gzip`,
  }
}
