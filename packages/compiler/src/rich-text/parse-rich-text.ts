import { Parser } from 'htmlparser2'
import type { RichBlock } from './rich-block.ts'
import { RichBuilder } from './rich-builder.ts'

const anyTag = /<[a-z/!?]/i

/** Text without any tag is plain: each of its lines is a paragraph. */
const asHtml = (given: string): string =>
  anyTag.test(given)
    ? given
    : given
        .split(/\r\n|\r|\n/)
        .map((line) => `<p>${line}</p>`)
        .join('')

/** Letters that are read at once, and tags that may be open after them. */
const pieceLength = 500
const mostOpen = 100

const parserFor = (builder: RichBuilder): Parser =>
  new Parser({
    onopentag: (name, { href }) => builder.open(name, href),
    onclosetag: () => builder.close(),
    ontext: (text) => builder.text(text),
  })

/**
 * Any HTML, or plain text, as the little that rich text can hold. It always ends, and never fails: the parser takes longer
 * for every further tag inside another, so where hundreds are open all of them are closed.
 */
export function parseRichText(given: string): readonly RichBlock[] {
  const html = asHtml(given)
  const builder = new RichBuilder()
  let parser = parserFor(builder)
  for (let at = 0; at < html.length;) {
    const next = html.indexOf('<', at + pieceLength)
    const end = next < 0 ? html.length : next
    parser.write(html.slice(at, end))
    at = end
    if (builder.depth > mostOpen) {
      parser.end()
      parser = parserFor(builder)
    }
  }
  parser.end()
  return builder.blocks()
}
