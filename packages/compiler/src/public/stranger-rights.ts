import type { CompiledFormRights, FieldAccess, Rights } from '../rights/rights.ts'

type Predicate = CompiledFormRights['predicates']['read']

/** What a stranger may do on a page, and under which key plans for it are kept. */
export interface StrangerRights {
  readonly form: string
  readonly fields: Readonly<Record<string, FieldAccess>>
  /** Records that are seen. */
  readonly read: Predicate
  readonly create: boolean
  /** Records that may be changed. */
  readonly update: Predicate
  readonly key: string
}

/** Rights to the fields of one form and to nothing else: no other form, no deleting, no import or export. */
export function strangerRights({ form, fields, read, create, update, key }: StrangerRights): Rights {
  const never = { delete: false, purge: false, import: false, export: false, share: false }
  const compiled: CompiledFormRights = {
    ...never,
    create,
    read: true,
    update: update !== false,
    fields,
    predicates: { ...never, create, read, update },
  }
  return {
    admin: false,
    build: false,
    manageMembers: false,
    dashboards: new Set(),
    roles: new Set(),
    forms: { [form]: compiled },
    key: `public ${key}`,
  }
}
