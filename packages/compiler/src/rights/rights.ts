import type { Expression, FormRight } from '@pipewright/schemas'

export type Action = FormRight['actions'][number]

/** Which rows: all, none, or those that meet a condition. */
export type Predicate = Expression

/** How far comments are kept from somebody who may read the record; left out where they may be written. */
export type CommentLimit = NonNullable<FormRight['comments']>

export type FieldAccess = 'read' | 'write'

/** What may be done with the records of one form; the plain part is answered to the browser as it stands. */
export interface FormRights {
  readonly create: boolean
  readonly read: boolean
  readonly update: boolean
  readonly delete: boolean
  /** Deletes for good what lies in the recycle bin. */
  readonly purge: boolean
  readonly import: boolean
  readonly export: boolean
  /** To open single records to others. */
  readonly share?: boolean
  readonly comments?: CommentLimit
  /** Only what may be read; columns of line items as "items.quantity". System fields come with the record. */
  readonly fields: Readonly<Record<string, FieldAccess>>
}

export interface CompiledFormRights extends FormRights {
  /** Rows per action. */
  readonly predicates: Readonly<Record<Action, Predicate>>
}

/** Everything one actor may do. A form without an entry does not exist for the actor. */
export interface Rights {
  readonly admin: boolean
  readonly build: boolean
  readonly manageMembers: boolean
  readonly dashboards: ReadonlySet<string> | 'all'
  /** Keys of the roles held. */
  readonly roles: ReadonlySet<string>
  readonly forms: Readonly<Record<string, CompiledFormRights>>
  /** Tells two sets of rights apart where plans are kept. */
  readonly key: string
}
