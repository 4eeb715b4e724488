import type { LocalizedText } from '@pipewright/schemas'
import { pinyin } from 'pinyin-pro'
import { reservedRowKeys } from './system-fields.ts'

const longest = 48
const han = /\p{Script=Han}+/gu

function slug(label: string): string {
  return label
    .normalize('NFKC')
    .replace(han, (word) => ` ${pinyin(word, { toneType: 'none', type: 'array', v: true }).join(' ')} `)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+/, '')
    .slice(0, longest)
    .replace(/_+$/, '')
}

/**
 * The lasting key for a new thing: the English label, else the Chinese one in pinyin, else `field`.
 * Never in `taken`, never reserved, at most 48 characters: `status`, `status_2`, `shang_ji`.
 */
export function makeKey(label: LocalizedText | string, taken: ReadonlySet<string>): string {
  const texts = typeof label === 'string' ? [label] : [label.en ?? '', label.zh ?? '']
  const base = texts.map(slug).find((text) => text !== '') ?? 'field'
  const isFree = (key: string) => !taken.has(key) && !reservedRowKeys.has(key)
  let key = base
  for (let count = 2; !isFree(key); count++) {
    const suffix = `_${count}`
    key = base.slice(0, longest - suffix.length).replace(/_+$/, '') + suffix
  }
  return key
}
