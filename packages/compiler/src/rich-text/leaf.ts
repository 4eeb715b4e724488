import type { RichBlock, RichInline, RichText } from './rich-block.ts'

type Run = { -readonly [K in keyof RichText]: RichText[K] }

const blanks = /[ \t\n\r\f]+/g
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const noText = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]|\p{Cs}/gu

const sameLook = (a: RichText, b: RichText): boolean =>
  a.href === b.href && a.marks.length === b.marks.length && a.marks.every((mark) => b.marks.includes(mark))

/** A paragraph, heading or piece of code while it is read. */
export class Leaf {
  readonly #inline: (Run | { readonly lineBreak: true })[] = []
  /** Another blank would show no more. */
  #endsBlank = true
  readonly kind: 'paragraph' | 'code' | 1 | 2 | 3
  /** Kept even when nothing is in it. */
  readonly asked: boolean

  constructor(kind: Leaf['kind'], asked: boolean) {
    this.kind = kind
    this.asked = asked
  }

  add(part: RichText): void {
    const clean = part.text.replaceAll(noText, '')
    const folded = this.kind === 'code' ? clean.replaceAll(/\r\n?/g, '\n') : clean.replaceAll(blanks, ' ')
    const text = this.kind !== 'code' && this.#endsBlank ? folded.replace(/^ /, '') : folded
    if (text === '') return
    this.#endsBlank = text.endsWith(' ')
    const last = this.#inline.at(-1)
    if (last !== undefined && 'text' in last && sameLook(last, part)) last.text += text
    else this.#inline.push({ ...part, text })
  }

  break(): void {
    if (this.kind === 'code') this.add({ text: '\n', marks: [] })
    else this.#inline.push({ lineBreak: true })
    this.#endsBlank = true
  }

  #trimmed(): RichInline[] {
    const inline = this.#inline.map((part) => ('text' in part ? { ...part } : part))
    for (let last = inline.at(-1); last !== undefined; last = inline.at(-1)) {
      if ('text' in last) {
        last.text = last.text.replace(/ $/, '')
        if (last.text !== '') break
      }
      inline.pop()
    }
    return inline.map((part) => ('text' in part ? { ...part, text: part.text.normalize('NFC') } : part))
  }

  /** What was read; undefined when it is nothing. */
  block(): RichBlock | undefined {
    if (this.kind === 'code') {
      const text = this.#inline.map((part) => ('text' in part ? part.text : '')).join('')
      const code = text.normalize('NFC').replaceAll(/^\n+|\s+$/g, '')
      return code === '' ? undefined : { kind: 'code', text: code }
    }
    const inline = this.#trimmed()
    if (this.kind !== 'paragraph')
      return inline.length === 0 ? undefined : { kind: 'heading', level: this.kind, inline }
    return inline.length === 0 && !this.asked ? undefined : { kind: 'paragraph', inline }
  }
}
