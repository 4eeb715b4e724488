import type { RelationsField } from '@pipewright/schemas'
import { value, wrong, type CellType } from '../cell-type.ts'

const separator = /[,;、，；\n]/u
/** Between quotes a title may hold separators itself. */
const named = /\s*"((?:[^"]|"")*)"\s*|[^,;、，；\n]+/gu

const parts = (text: string): string[] =>
  [...text.matchAll(named)]
    .map(([whole, quoted]) => (quoted?.replaceAll('""', '"') ?? whole).trim())
    .filter((part) => part !== '')

/** Every title that a cell may name: the whole text, or what stands between separators. */
export const titlesIn = (text: string): string[] => [...new Set([text.trim(), ...parts(text)])]

const quoted = (title: string): string =>
  separator.test(title) || title.startsWith('"') ? `"${title.replaceAll('"', '""')}"` : title

export const relations: CellType<RelationsField> = {
  kind: 'text',
  importable: true,
  read(_field, text, { find }) {
    const whole = find(text)
    if (typeof whole === 'object') return value([whole.id])
    const ids: string[] = []
    for (const title of parts(text)) {
      const target = find(title)
      if (typeof target !== 'object')
        return wrong(target === 'none' ? 'not-matched' : 'matched-many', { value: title })
      ids.push(target.id)
    }
    return value([...new Set(ids)])
  },
  write: (_field, ids, { titleOf, locale }) =>
    (ids as readonly string[])
      .map((id) => titleOf(id))
      .filter((title) => title !== '')
      .map(quoted)
      .join(locale === 'zh' ? '、' : ', '),
}
