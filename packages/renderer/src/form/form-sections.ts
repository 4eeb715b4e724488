import type { FormRights } from '@pipewright/contract'
import { placeableSystemFields, systemFields } from '@pipewright/metadata'
import type { Field, Form, LayoutItem, Section } from '@pipewright/schemas'

export interface PlacedField {
  readonly field: Field
  readonly width: number
  /** Every record has it by itself: it can only be read. */
  readonly isSystem?: true
  /** Columns of line items that are printed; all when left out. */
  readonly columns?: readonly string[]
}

/** A section with the fields that may be read, ready to be drawn. */
export interface PlacedSection {
  readonly section: Section
  readonly fields: readonly PlacedField[]
}

const whole: readonly Field['type'][] = ['lineItems', 'longText', 'richText']

/** What a record has by itself as a field; a department is kept by its id. */
function systemField(key: string): Field | undefined {
  const field = placeableSystemFields.has(key) ? systemFields.get(key) : undefined
  return field !== undefined && key === 'department' ? { ...field, type: 'department' } : field
}

function placed(form: Form, rights: FormRights, item: LayoutItem, columns: number): PlacedField[] {
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

/** The layout without what the reader may not see; sections that end up empty are left out. */
export function placeSections(form: Form, rights: FormRights): readonly PlacedSection[] {
  return form.layout.sections
    .map((section) => ({
      section,
      fields: section.items.flatMap((item) => placed(form, rights, item, section.columns)),
    }))
    .filter(({ fields, section }) => fields.length > 0 || section.list !== undefined)
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
