import { richMarks, type RichBlock, type RichInline, type RichMark } from './rich-block.ts'

const tags: Readonly<Record<RichMark, string>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function printInline(part: RichInline): string {
  if ('lineBreak' in part) return '<br>'
  const marks = richMarks.filter((mark) => part.marks.includes(mark))
  const marked = marks.reduceRight(
    (inside, mark) => `<${tags[mark]}>${inside}</${tags[mark]}>`,
    escaped(part.text),
  )
  if (part.href === undefined) return marked
  return `<a href="${escaped(part.href).replaceAll('"', '&quot;')}">${marked}</a>`
}

const inside = (inline: readonly RichInline[]): string => inline.map(printInline).join('')

function printBlock(block: RichBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${inside(block.inline)}</p>`
    case 'heading':
      return `<h${block.level}>${inside(block.inline)}</h${block.level}>`
    case 'code':
      return `<pre><code>${escaped(block.text)}</code></pre>`
    case 'quote':
      return `<blockquote>${printRichText(block.blocks)}</blockquote>`
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      const items = block.items.map((item) => `<li>${printRichText(item)}</li>`)
      return `<${tag}>${items.join('')}</${tag}>`
    }
    case 'rule':
      return '<hr>'
  }
}

/** The one way rich text is written as HTML: everything that is no tag of ours is escaped. */
export function printRichText(blocks: readonly RichBlock[]): string {
  return blocks.map(printBlock).join('')
}
