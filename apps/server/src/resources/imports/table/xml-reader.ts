import { Unreadable } from './unreadable.ts'

export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text(text: string): void
  close(name: string): void
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const longest = 4 * 1024 * 1024

const decode = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, number, name) => {
        if (name !== undefined) return entities[name as string] ?? whole
        const code = hex === undefined ? Number(number) : Number.parseInt(String(hex), 16)
        return code <= 0x10ffff ? String.fromCodePoint(code) : ''
      })
    : text

const bare = (name: string): string => name.slice(name.indexOf(':') + 1)

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name = '', double, single] of text.matchAll(attribute))
    found[bare(name)] = decode(double ?? single ?? '')
  return found
}

/** Where the markup that begins at "<" ends, or -1 while it is not all there. */
function endOf(text: string, at: number): number {
  if (text.startsWith('<![CDATA[', at)) return text.indexOf(']]>', at) + (text.includes(']]>', at) ? 2 : 0)
  if (text.startsWith('<!--', at)) return text.indexOf('-->', at) + (text.includes('-->', at) ? 2 : 0)
  return text.indexOf('>', at)
}

/**
 * Reads XML piece by piece, as spreadsheets write it: namespaces are left out of names, and a document type is refused,
 * so no entity is ever expanded but the five of XML.
 */
export function xmlReader(handler: XmlHandler): (piece: string) => void {
  let rest = ''
  function markup(tag: string): void {
    if (tag.startsWith('<![CDATA[')) return handler.text(tag.slice(9, -3))
    if (tag.startsWith('<!--') || tag.startsWith('<?')) return undefined
    if (tag.startsWith('<!')) throw new Unreadable('damaged')
    if (tag.startsWith('</')) return handler.close(bare(tag.slice(2, -1).trim()))
    const inner = tag.slice(1, tag.endsWith('/>') ? -2 : -1)
    const space = inner.search(/\s/)
    const name = bare(space === -1 ? inner : inner.slice(0, space))
    handler.open(name, space === -1 ? {} : attributesOf(inner.slice(space)))
    return tag.endsWith('/>') ? handler.close(name) : undefined
  }
  return (piece) => {
    rest += piece
    let at = 0
    for (;;) {
      const begin = rest.indexOf('<', at)
      if (begin === -1) break
      const end = endOf(rest, begin)
      if (end === -1) break
      if (begin > at) handler.text(decode(rest.slice(at, begin)))
      markup(rest.slice(begin, end + 1))
      at = end + 1
    }
    rest = rest.slice(at)
    if (rest.length > longest) throw new Unreadable('damaged')
  }
}
