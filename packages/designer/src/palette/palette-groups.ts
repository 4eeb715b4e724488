import {
  elementTypes,
  fieldTypes,
  localize,
  type ElementType,
  type FieldGroup,
  type FieldTypeSpec,
  type Locale,
} from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'

export interface PaletteEntry {
  readonly type: Field['type']
  /** One of the variants of the type. */
  readonly variant?: string
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

type Offered = Pick<FieldTypeSpec<Field>, 'label' | 'description' | 'icon' | 'words'>

export interface PaletteElement {
  readonly type: ElementType
  readonly icon: string
  readonly label: string
  readonly description: string
}

/** Elements of the layout; with words, only those whose name or description in either language has all of them. */
export function paletteElements(locale: Locale, search: string): readonly PaletteElement[] {
  const words = plain(search).split(/\s+/).filter(Boolean)
  return Object.values(elementTypes).flatMap(({ type, icon, label, description }) => {
    const text = plain([label.en, label.zh, description.en, description.zh, type].join(' '))
    if (!words.every((word) => text.includes(word))) return []
    return [{ type, icon, label: localize(label, locale), description: localize(description, locale) }]
  })
}

/** Field types and their variants by group; with words, only those whose name or description in either language has all of them. */
export function paletteGroups(locale: Locale, search: string): readonly PaletteGroup[] {
  const words = plain(search).split(/\s+/).filter(Boolean)
  const entryOf = (type: Field['type'], offered: Offered, variant?: string): PaletteEntry[] => {
    const { label, description, icon, words: others = [] } = offered
    const text = plain([label.en, label.zh, description.en, description.zh, type, ...others].join(' '))
    if (!words.every((word) => text.includes(word))) return []
    const entry = { type, icon, label: localize(label, locale), description: localize(description, locale) }
    return [variant === undefined ? entry : { ...entry, variant }]
  }
  return order
    .map((group) => ({
      group,
      entries: Object.values(fieldTypes)
        .filter((spec) => spec.group === group)
        .flatMap((spec) => [
          ...entryOf(spec.type, spec),
          ...(spec.variants ?? []).flatMap((one) => entryOf(spec.type, one, one.name)),
        ]),
    }))
    .filter(({ entries }) => entries.length > 0)
}
