/** What the inspector shows. */
export type Selection =
  | { readonly kind: 'form' }
  | { readonly kind: 'section'; readonly section: string }
  | {
      readonly kind: 'field'
      readonly field: string
      readonly column?: string
      /** First key of a new field whose key followed its name: its sheet stays the same one. */
      readonly origin?: string
    }

export const areas = [
  'fields',
  'rules',
  'views',
  'workflows',
  'reports',
  'dashboards',
  'roles',
  'navigation',
] as const
export type Area = (typeof areas)[number]

/** Areas that show something of the form that is open. */
export const formAreas: ReadonlySet<Area> = new Set<Area>(['fields', 'rules', 'views', 'workflows'])
