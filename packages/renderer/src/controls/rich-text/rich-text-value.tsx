import { parseRichText, type RichBlock, type RichInline, type RichMark } from '@pipewright/compiler/rich-text'
import type { ReactNode } from 'react'
import './rich-text.css'

const tags: Readonly<Record<RichMark, 'strong' | 'em' | 'u' | 's' | 'code'>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
}

/** Parts of a text have no ids; what is drawn has no state, so that their places will do. */
const placed = <T,>(parts: readonly T[], draw: (part: T, key: string) => ReactNode): ReactNode[] =>
  parts.map((part, place) => draw(part, String(place)))

/** How words are drawn, where there is more to them. */
type Fill = (text: string) => ReactNode

const asIs: Fill = (text) => text

function drawInline(part: RichInline, key: string, fill: Fill): ReactNode {
  if ('lineBreak' in part) return <br key={key} />
  const text = part.marks.reduceRight<ReactNode>((inside, mark) => {
    const Tag = tags[mark]
    return <Tag>{inside}</Tag>
  }, fill(part.text))
  return part.href === undefined ? (
    <span key={key}>{text}</span>
  ) : (
    <a key={key} className="pw-link" href={part.href} target="_blank" rel="noopener noreferrer nofollow">
      {text}
    </a>
  )
}

function drawBlock(block: RichBlock, key: string, fill: Fill): ReactNode {
  const inner = (one: RichBlock, at: string) => drawBlock(one, at, fill)
  if (block.kind === 'rule') return <hr key={key} />
  if (block.kind === 'code')
    return (
      <pre key={key}>
        <code>{block.text}</code>
      </pre>
    )
  if (block.kind === 'quote') return <blockquote key={key}>{placed(block.blocks, inner)}</blockquote>
  if (block.kind === 'list') {
    const List = block.ordered ? 'ol' : 'ul'
    return (
      <List key={key}>
        {placed(block.items, (item, at) => (
          <li key={at}>{placed(item, inner)}</li>
        ))}
      </List>
    )
  }
  const inline = placed(block.inline, (part, at) => drawInline(part, at, fill))
  // The page has headings of its own; those of a text stand below them.
  if (block.kind === 'heading')
    return (
      <div key={key} role="heading" aria-level={block.level + 3} className={`pw-rich-h${block.level}`}>
        {inline}
      </div>
    )
  return <p key={key}>{inline.length === 0 ? <br /> : inline}</p>
}

/** Rich text to read. It is parsed by the allow-list once more: whatever the text is, only what it knows is drawn. */
export function RichTextValue({ html, fill = asIs }: { readonly html: string; readonly fill?: Fill }) {
  const blocks = parseRichText(html)
  return <div className="pw-rich">{placed(blocks, (block, key) => drawBlock(block, key, fill))}</div>
}
