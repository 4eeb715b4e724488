import { Leaf } from './leaf.ts'
import { richMarks, type RichBlock, type RichMark } from './rich-block.ts'
import { safeHref } from './safe-href.ts'

/** Tags that go with all that is in them. */
const dropped = new Set(
  'script style template iframe frame frameset object embed applet noscript svg math head title textarea select option audio video canvas map'.split(
    ' ',
  ),
)
/** Tags that are lines of their own without a look of their own. */
const lines = new Set(
  'div section article header footer main aside nav figure figcaption address center table thead tbody tfoot tr caption dl dt dd form fieldset legend details summary'.split(
    ' ',
  ),
)
const marks: Readonly<Record<string, RichMark>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
}
const levels: Readonly<Record<string, 1 | 2 | 3>> = { h1: 1, h2: 2, h3: 3, h4: 3, h5: 3, h6: 3 }

/** Lists and quotations in each other; what lies deeper is kept without its frame. */
const deepest = 12

type Frame =
  | { readonly kind: 'blocks'; readonly blocks: RichBlock[] }
  | { readonly kind: 'list'; readonly items: RichBlock[][] }

const isBlank = (block: RichBlock): boolean => block.kind === 'paragraph' && block.inline.length === 0

/** Without empty lines at both ends, and what is left of empty frames. */
function trimmed(blocks: readonly RichBlock[]): readonly RichBlock[] {
  const first = blocks.findIndex((block) => !isBlank(block))
  return first < 0 ? [] : blocks.slice(first, blocks.findLastIndex((block) => !isBlank(block)) + 1)
}

/** Puts rich text together from the tags and texts of any HTML, in balanced order. */
export class RichBuilder {
  readonly #frames: Frame[] = [{ kind: 'blocks', blocks: [] }]
  /** What ends with each tag that is open. */
  readonly #ends: (() => void)[] = []
  readonly #marks = new Map<RichMark, number>()
  readonly #hrefs: string[] = []
  #leaf: Leaf | null = null
  #dropping = 0

  #blocks(): RichBlock[] {
    const frame = this.#frames.at(-1)
    if (frame === undefined) return []
    if (frame.kind === 'blocks') return frame.blocks
    const last = frame.items.at(-1) ?? []
    if (frame.items.length === 0) frame.items.push(last)
    return last
  }

  #endLeaf(): void {
    const block = this.#leaf?.block()
    this.#leaf = null
    if (block !== undefined) this.#blocks().push(block)
  }

  #startLeaf(kind: Leaf['kind']): () => void {
    this.#endLeaf()
    this.#leaf = new Leaf(kind, true)
    return () => this.#endLeaf()
  }

  #push(frame: Frame, done: () => void): () => void {
    this.#endLeaf()
    this.#frames.push(frame)
    return () => {
      this.#endLeaf()
      this.#frames.pop()
      done()
    }
  }

  #list(ordered: boolean): () => void {
    const items: RichBlock[][] = []
    return this.#push({ kind: 'list', items }, () => {
      const filled = items.map(trimmed).filter((item) => item.length > 0)
      if (filled.length > 0) this.#blocks().push({ kind: 'list', ordered, items: filled })
    })
  }

  #item(): () => void {
    this.#endLeaf()
    const list = this.#frames.at(-1)
    if (list?.kind !== 'list') return () => this.#endLeaf()
    const blocks: RichBlock[] = []
    list.items.push(blocks)
    return this.#push({ kind: 'blocks', blocks }, () => undefined)
  }

  #quote(): () => void {
    const blocks: RichBlock[] = []
    return this.#push({ kind: 'blocks', blocks }, () => {
      const kept = trimmed(blocks)
      if (kept.length > 0) this.#blocks().push({ kind: 'quote', blocks: kept })
    })
  }

  #mark(mark: RichMark): () => void {
    const count = (by: number) => this.#marks.set(mark, (this.#marks.get(mark) ?? 0) + by)
    count(1)
    return () => count(-1)
  }

  #start(name: string, href: string | undefined): () => void {
    const mark = Object.hasOwn(marks, name) ? marks[name] : undefined
    if (mark !== undefined) return this.#mark(mark)
    const level = Object.hasOwn(levels, name) ? levels[name] : undefined
    if (level !== undefined) return this.#startLeaf(level)
    if (name === 'p') return this.#startLeaf('paragraph')
    if (name === 'pre') return this.#startLeaf('code')
    if (name === 'a') return this.#link(href)
    const framed = this.#frames.length <= deepest
    if ((name === 'ul' || name === 'ol') && framed) return this.#list(name === 'ol')
    if (name === 'blockquote' && framed) return this.#quote()
    if (name === 'li') return this.#item()
    if (name === 'br') this.#leaf?.break()
    if (name === 'hr') this.#rule()
    if (name === 'td' || name === 'th') this.text(' ')
    if (!lines.has(name) && name !== 'ul' && name !== 'ol' && name !== 'blockquote') return () => undefined
    this.#endLeaf()
    return () => this.#endLeaf()
  }

  #link(href: string | undefined): () => void {
    const safe = safeHref(href)
    if (safe === undefined) return () => undefined
    this.#hrefs.push(safe)
    return () => this.#hrefs.pop()
  }

  #rule(): void {
    this.#endLeaf()
    this.#blocks().push({ kind: 'rule' })
  }

  /** How many tags are open. */
  get depth(): number {
    return this.#ends.length
  }

  open(name: string, href: string | undefined): void {
    if (dropped.has(name)) {
      this.#dropping += 1
      this.#ends.push(() => (this.#dropping -= 1))
    } else this.#ends.push(this.#dropping > 0 ? () => undefined : this.#start(name, href))
  }

  close(): void {
    this.#ends.pop()?.()
  }

  text(text: string): void {
    if (this.#dropping > 0) return
    if (this.#leaf === null && text.trim() === '') return
    this.#leaf ??= new Leaf('paragraph', false)
    const href = this.#hrefs.at(-1)
    const look = richMarks.filter((mark) => (this.#marks.get(mark) ?? 0) > 0)
    this.#leaf.add({ text, marks: look, ...(href === undefined ? {} : { href }) })
  }

  blocks(): readonly RichBlock[] {
    while (this.#ends.length > 0) this.close()
    this.#endLeaf()
    return trimmed(this.#blocks())
  }
}
