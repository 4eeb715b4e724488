import { fieldTypes, localize, type FieldGroup, type Locale } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'

export interface PaletteEntry {
  readonly type: Field['type']
  readonly icon: string
  readonly label: string
  readonly description: string
}

export interface PaletteGroup {
  readonly group: FieldGroup
  readonly entries: readonly PaletteEntry[]
}

const order: readonly FieldGroup[] = [
  'text',
  'number',
  'date',
  'choice',
  'people',
  'relation',
  'file',
  'calculated',
]

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Field types by group; with words, only those whose name or description in either language has all of them. */
export function paletteGroups(locale: Locale, search: string): readonly PaletteGroup[] {
  const words = plain(search).split(/\s+/).filter(Boolean)
  const found = Object.values(fieldTypes).filter(({ label, description, type, words: others = [] }) => {
    const text = plain([label.en, label.zh, description.en, description.zh, type, ...others].join(' '))
    return words.every((word) => text.includes(word))
  })
  return order
    .map((group) => ({
      group,
      entries: found
        .filter((spec) => spec.group === group)
        .map(({ type, icon, label, description }) => ({
          type,
          icon,
          label: localize(label, locale),
          description: localize(description, locale),
        })),
    }))
    .filter(({ entries }) => entries.length > 0)
}
