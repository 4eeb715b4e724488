import type { FormRights } from '@pipewright/contract'
import { isFieldItem, placeableSystemFields, specOfElement, systemFields } from '@pipewright/metadata'
import type { Field, FieldItem, Form, LayoutElement, Section } from '@pipewright/schemas'

export interface PlacedField {
  readonly field: Field
  readonly width: number
  /** Every record has it by itself: it can only be read. */
  readonly isSystem?: true
  /** Columns of line items that are printed; all when left out. */
  readonly columns?: readonly string[]
}

/** Something between the fields that holds no value. */
export interface PlacedElement {
  readonly element: LayoutElement
  readonly width: number
}

export type PlacedItem = PlacedField | PlacedElement

export const isPlacedField = (item: PlacedItem): item is PlacedField => 'field' in item

/** A section with the fields that may be read, ready to be drawn. */
export interface PlacedSection {
  readonly section: Section
  /** Everything that stands in it, in order. */
  readonly items: readonly PlacedItem[]
  /** The fields among them. */
  readonly fields: readonly PlacedField[]
}

const whole: readonly Field['type'][] = ['lineItems', 'longText', 'richText']

/** What a record has by itself as a field; a department is kept by its id. */
export function systemField(key: string): Field | undefined {
  const field = placeableSystemFields.has(key) ? systemFields.get(key) : undefined
  return field !== undefined && key === 'department' ? { ...field, type: 'department' } : field
}

function placed(form: Form, rights: FormRights, item: FieldItem, columns: number): PlacedField[] {
  const field = form.fields.find((candidate) => candidate.key === item.field)
  const system = field === undefined ? systemField(item.field) : undefined
  if (system !== undefined)
    return [{ field: system, width: Math.min(item.width ?? 1, columns), isSystem: true }]
  if (field === undefined || rights.fields[field.key] === undefined) return []
  const wide = field.type === 'lineItems' || (item.width === undefined && whole.includes(field.type))
  return [
    {
      field,
      width: wide ? columns : Math.min(item.width ?? 1, columns),
      ...(item.columns === undefined ? {} : { columns: item.columns }),
    },
  ]
}

/** A section with these items only. */
export const withItems = (section: Section, items: readonly PlacedItem[]): PlacedSection => ({
  section,
  items,
  fields: items.filter(isPlacedField),
})

/** Something is left to show: headings and lines alone are that only where there never was a field. */
export function holdsSomething({ section, items, fields }: PlacedSection): boolean {
  if (fields.length > 0 || section.list !== undefined) return true
  const isBare = !section.items.some(isFieldItem)
  return items.some((item) => !isPlacedField(item) && (isBare || !specOfElement(item.element).isDecoration))
}

/** The layout without what the reader may not see; sections that end up empty are left out. */
export function placeSections(form: Form, rights: FormRights): readonly PlacedSection[] {
  return form.layout.sections
    .map((section) =>
      withItems(
        section,
        section.items.flatMap((item): PlacedItem[] =>
          isFieldItem(item)
            ? placed(form, rights, item, section.columns)
            : [{ element: item.element, width: Math.min(item.width ?? section.columns, section.columns) }],
        ),
      ),
    )
    .filter(holdsSomething)
}

/** Only some fields in one section, for quick entry. */
export function placeFields(
  form: Form,
  rights: FormRights,
  keys: readonly string[],
  look: Partial<Section> = {},
): readonly PlacedSection[] {
  const section: Section = { key: 'fields', columns: 1, ...look, items: keys.map((field) => ({ field })) }
  return placeSections({ ...form, layout: { sections: [section] } }, rights)
}
