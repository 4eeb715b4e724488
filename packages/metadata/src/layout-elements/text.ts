import { splitPlaceholders } from '../placeholders.ts'
import type { ElementOf, ElementTypeSpec } from './element-type-spec.ts'

const longest = 40

/** The first words of formatted text, without its tags. */
function firstWords(html: string): string {
  const plain = html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&[a-z0-9#]+;/gi, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const words = splitPlaceholders(plain)
    .map((part) => ('text' in part ? part.text : '…'))
    .join('')
  const letters = [...words]
  return letters.length > longest ? `${letters.slice(0, longest).join('')}…` : words
}

export const text: ElementTypeSpec<ElementOf<'text'>> = {
  type: 'text',
  label: { en: 'Text', zh: '说明文字' },
  description: {
    en: 'Formatted text, with values of fields in it: guidance, a script, a summary.',
    zh: '带格式的文字，可插入字段值：填写说明、话术、摘要。',
  },
  icon: 'file-text',
  isDecoration: false,
  isPublic: true,
  name: ({ html }) => {
    const { en, zh } = html
    const words = {
      ...(en === undefined ? {} : { en: firstWords(en) }),
      ...(zh === undefined ? {} : { zh: firstWords(zh) }),
    }
    return Object.values(words).some(Boolean) ? words : undefined
  },
  texts: ({ html }) => Object.values(html),
  create: (key) => ({
    type: 'text',
    key,
    html: { en: '<p>Write here what people should know.</p>', zh: '<p>在这里写下填写时需要了解的内容。</p>' },
  }),
}
