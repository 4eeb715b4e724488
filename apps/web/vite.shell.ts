import { createHash } from 'node:crypto'
import type { Plugin, Rolldown } from 'vite'

type Bundle = Rolldown.OutputBundle

/** Pages that work only with the server: their code is not laid by for the time without one. */
const onlyOnline =
  /src\/(?:files\/pdf-body|gallery\/gallery-page|public\/|session\/(?:setup|invitation)|pages\/(?:design-page|import\/|kept\/|rates\/|members\/|settings\/|hand-over\/|changes\/))/

const worker = 'sw.js'
const placeholder = '__SHELL__'

/** Every file that the first page can come to, by what it imports at once and later. */
function reachable(bundle: Bundle, from: string, found: Set<string>): void {
  const chunk = bundle[from]
  if (found.has(from) || chunk?.type !== 'chunk') return
  if (chunk.facadeModuleId !== null && onlyOnline.test(chunk.facadeModuleId)) return
  found.add(from)
  const { importedCss } = (chunk as { viteMetadata?: { importedCss: Set<string> } }).viteMetadata ?? {}
  for (const style of importedCss ?? []) found.add(style)
  for (const next of [...chunk.imports, ...chunk.dynamicImports]) reachable(bundle, next, found)
}

function shellOf(bundle: Bundle): { version: string; files: string[] } {
  const found = new Set<string>()
  for (const [file, chunk] of Object.entries(bundle))
    if (chunk.type === 'chunk' && chunk.isEntry && file !== worker) reachable(bundle, file, found)
  // What no script asks for, but the page does.
  for (const file of Object.keys(bundle)) if (/components-\w+\.css$/.test(file)) found.add(file)
  const html = bundle['index.html']
  const page = html?.type === 'asset' ? html.source : ''
  const files = ['/', '/icon.svg', ...[...found].sort().map((file) => `/${file}`)]
  const hash = createHash('sha256').update(page).update(files.join('\n'))
  return { version: hash.digest('hex').slice(0, 16), files }
}

/** Builds the service worker, which knows by the hashes in their names which files make the app of this build. */
export function shellWorker(source: string): Plugin {
  return {
    name: 'shell-worker',
    apply: 'build',
    enforce: 'post',
    buildStart() {
      this.emitFile({ type: 'chunk', id: source, fileName: worker })
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunk = bundle[worker]
        if (chunk?.type !== 'chunk' || !chunk.code.includes(placeholder))
          throw new Error('The service worker was not built.')
        if (chunk.imports.length > 0) throw new Error('The service worker may import nothing.')
        chunk.code = chunk.code.replaceAll(placeholder, JSON.stringify(shellOf(bundle)))
      },
    },
  }
}
