import type { Actor, CompiledApp, Device, Rights } from '@pipewright/compiler'
import type { Cause, Workspace } from '@pipewright/db'

/** A workspace with the rights of the member who asks: what every read and write of records is made with. */
export interface MemberScene {
  readonly workspace: Workspace
  readonly memberName: string
  /** The published revision, compiled. */
  readonly app: CompiledApp
  readonly actor: Actor
  readonly rights: Rights
  /** What the request said it is made on, for rules that ask. */
  readonly device?: Device
  /** UUIDv7 of what is done, where its member may undo it as one. */
  readonly changeSet?: string
  /** What the ledger says made the changes of this request: the person herself, or an API key in her name. */
  readonly cause: Cause
  /** The moment of the request, as an ISO instant. */
  readonly now: string
  readonly newId: () => string
}
