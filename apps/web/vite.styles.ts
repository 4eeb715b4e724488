import { createHash } from 'node:crypto'
import type { HtmlTagDescriptor, Plugin } from 'vite'
import { componentStyles } from './vite.drawn.ts'

const style = /antd\/es\/.+\/style\/\w+\.js$/
/** A component registers how its styles are made: by its name, then the function that makes them. */
const registers = /^gen(?:StyleHooks|SubStyleComponent|ComponentStyleHook)$/

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [part: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value

/** Every registration below a node. */
function* registrations(node: Node): Generator<readonly [name: Node, make: Node]> {
  const { callee, arguments: given } = node as Node & { callee?: { name?: string }; arguments?: Node[] }
  const [name, make] = given ?? []
  if (name !== undefined && make !== undefined && registers.test(callee?.name ?? '')) yield [name, make]
  for (const part of Object.values(node).flat()) if (isNode(part)) yield* registrations(part)
}

/** "Button", or "Button-compact" for what a component registers besides. */
function nameOf(source: string): string {
  const parts = [...source.matchAll(/'([^']+)'/g)].map(([, part]) => part)
  return parts.length === 1 ? `${parts[0]}-${parts[0]}` : parts.join('-')
}

interface Sheet {
  readonly href: string
  readonly css: string
}

const sheetOf = (css: string): Sheet => {
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 8)
  return { href: `/assets/components-${hash}.css`, css }
}

/** Large, and drawn on few pages or by what is loaded on demand itself. */
const seldom = new Set(
  [
    'Cascader',
    'DatePicker',
    'Mentions',
    'Pagination',
    'Result',
    'Slider',
    'Steps',
    'Table',
    'Tree',
    'Upload',
  ].map((name) => `${name}-${name}`),
)

/** The last one is asked for when nothing else is; `main.tsx` puts all to use. */
const tagOf = ({ href }: Sheet, at: number): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { rel: at < 2 ? 'preload' : 'prefetch', as: 'style', href, 'data-component-styles': true },
  injectTo: 'head-prepend',
})

/**
 * Ant Design makes the styles of its components in the browser, component by component, each time one is drawn. Here they are
 * made while building, come as three files that stand before all others (for every page,
 * for most, for few), and what makes them is left out of the scripts.
 */
export function staticStyles(): Plugin {
  /** Names by the file that registers them. */
  const registered = new Map<string, readonly string[]>()
  let sheets: readonly Sheet[] = []
  return {
    name: 'static-styles',
    enforce: 'pre',
    configureServer({ middlewares }) {
      sheets = componentStyles([], []).map(sheetOf)
      for (const { href, css } of sheets)
        middlewares.use(href, (_request, response) => response.setHeader('content-type', 'text/css').end(css))
    },
    transform(code, id) {
      if (this.environment.mode !== 'build' || !style.test(id)) return null
      const found = [...registrations(this.parse(code) as unknown as Node)]
      registered.set(
        id,
        found.map(([name]) => nameOf(code.slice(name.start, name.end))),
      )
      let lean = code
      for (const [, make] of found.toReversed())
        lean = `${lean.slice(0, make.start)}() => []${lean.slice(make.end)}`
      return { code: lean, map: null }
    },
    generateBundle: {
      order: 'pre',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        const namesIn = (some: typeof chunks) =>
          some.flatMap(({ moduleIds }) => moduleIds.flatMap((id) => registered.get(id) ?? []))
        const first = new Set(namesIn(chunks.filter(({ name }) => name === 'start')))
        if (first.size === 0) throw new Error('No chunk holds what every page needs.')
        const used = namesIn(chunks)
        const most = new Set(used.filter((name) => !first.has(name) && !seldom.has(name)))
        sheets = componentStyles([first, most], used).map(sheetOf)
        for (const { href, css } of sheets)
          this.emitFile({ type: 'asset', fileName: href.slice(1), source: css })
      },
    },
    transformIndexHtml: { order: 'post', handler: () => sheets.map(tagOf) },
  }
}
