import type { Device } from '@pipewright/compiler'
import type { DepartmentName, FormRights, Person, SortKey } from '@pipewright/contract'
import type { WorkCalendar } from '@pipewright/logic'
import type { Locale } from '@pipewright/metadata'
import type { AppDefinition, Expression } from '@pipewright/schemas'
import type { RendererData } from './renderer-data.ts'

/** Which records of a form a list shows, and in which order. */
export interface ListLook {
  readonly filter: Expression
  readonly search: string
  readonly sort: readonly SortKey[]
}

/** Everything the drawing of records leans on besides its props. */
export interface RendererEnvironment {
  /** The published app, or a draft in the designer's preview. */
  readonly definition: AppDefinition
  /** Per form; a form that is missing may not be read. */
  readonly rights: Readonly<Record<string, FormRights>>
  readonly locale: Locale
  /** IANA zone of the member. */
  readonly zone: string
  /** How the workspace counts weeks and fiscal years; from Monday and January without it. */
  readonly calendar?: WorkCalendar
  /** Member id of the reader. */
  readonly me: string
  readonly department: string | null
  /** Keys of the roles that the reader holds; rules may ask for them. */
  readonly roles?: readonly string[]
  /** What rules take the form to be filled in on; the width of the window when left out. */
  readonly device?: Device
  readonly people: readonly Person[]
  readonly departments: readonly DepartmentName[]
  readonly data: RendererData
  /** UTC instant, RFC 3339. */
  readonly now: () => string
  /** A new unique name for a row that is not saved yet. */
  readonly newId: () => string
  /** Address of a record; without it records are no links. */
  readonly recordUrl?: (form: string, id: string) => string
  /** Address of a list, narrowed and sorted; without it lists have none. */
  readonly listUrl?: (form: string, look: ListLook) => string
  /** Goes to a list inside the app. */
  readonly openList?: (form: string, look: ListLook) => void
  /** For strangers: rules act, but what they are is not told. */
  readonly hidesReasons?: boolean
  /** Goes to a record inside the app (a plain click on its link). */
  readonly openRecord?: (form: string, id: string) => void
}
