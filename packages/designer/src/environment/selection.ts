/** What the inspector shows. */
export type Selection =
  | { readonly kind: 'form' }
  | { readonly kind: 'section'; readonly section: string }
  | {
      readonly kind: 'field'
      readonly field: string
      /** A column of line items; of rows inside rows by both keys ("parts.quantity"). */
      readonly column?: string
      /** First key of a new field whose key followed its name: its sheet stays the same one. */
      readonly origin?: string
    }
  /** Several fields, in the order in which they were chosen: the last one is where the keyboard is. */
  | { readonly kind: 'fields'; readonly fields: readonly string[] }

/** Whole fields that are chosen; a column of line items is none. */
export function selectedFields(selection: Selection): readonly string[] {
  if (selection.kind === 'fields') return selection.fields
  return selection.kind === 'field' && selection.column === undefined ? [selection.field] : []
}

/** The selection of these fields: of the form when there is none. */
export function selectionOf(fields: readonly string[]): Selection {
  const [first] = fields
  if (first === undefined) return { kind: 'form' }
  return fields.length === 1 ? { kind: 'field', field: first } : { kind: 'fields', fields }
}

export const areas = [
  'fields',
  'settings',
  'rules',
  'stages',
  'views',
  'workflows',
  'conversions',
  'publicForms',
  'reports',
  'dashboards',
  'roles',
  'navigation',
] as const
export type Area = (typeof areas)[number]

/** Areas that show something of the form that is open. */
export const formAreas: ReadonlySet<Area> = new Set<Area>([
  'fields',
  'settings',
  'rules',
  'stages',
  'views',
  'workflows',
  'conversions',
  'publicForms',
])
