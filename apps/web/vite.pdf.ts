import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const library = join(import.meta.dirname, '../../packages/renderer/node_modules/pdfjs-dist')

/** What the reader of PDFs fetches when a document needs it: its worker, encodings and fonts that are not in the file. */
const wanted =
  /^(?:cmaps|standard_fonts|iccs)\/|^wasm\/(?:LICENSE|.*_nowasm_fallback\.js$)|^legacy\/build\/pdf\.worker\.min\.mjs$|^LICENSE$/

/** Lays it beside the app, under the version of the library, whose names are fixed. */
export function pdfFiles(): Plugin {
  const { version } = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8')) as { version: string }
  const base = `assets/pdf-${version}/`
  const nameOf = (path: string) => path.replace('legacy/build/', '')
  return {
    name: 'pdf-files',
    generateBundle() {
      for (const path of readdirSync(library, { recursive: true, encoding: 'utf8' }))
        if (wanted.test(path) && !/^(?:cmaps|standard_fonts|iccs)$/.test(path))
          this.emitFile({
            type: 'asset',
            fileName: base + nameOf(path),
            source: readFileSync(join(library, path)),
          })
    },
    configureServer({ middlewares }) {
      middlewares.use(`/${base}`, (request, answer, next) => {
        const name = (request.url ?? '').replace(/^\//, '')
        const path = name.startsWith('pdf.worker') ? `legacy/build/${name}` : name
        if (!wanted.test(path) || path.includes('..')) return next()
        if (/\.m?js$/.test(path)) answer.setHeader('content-type', 'text/javascript')
        answer.end(readFileSync(join(library, path)))
      })
    },
  }
}
