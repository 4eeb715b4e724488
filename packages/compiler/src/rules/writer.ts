import type { Expression } from '@pipewright/schemas'
import { dependencies } from '@pipewright/logic'

export type Device = 'phone' | 'desktop'

/** Who writes a record, and on what; rules may ask for it. */
export interface Writer {
  /** Keys of the roles held. */
  readonly roles: readonly string[]
  /** Null when nobody said: rules that ask for the device are then set aside. */
  readonly device: Device | null
}

/** Writes of the system itself. */
export const nobody: Writer = { roles: [], device: null }

/** What rules read beside the record. */
export const factsOf = ({ roles, device }: Writer, isNew: boolean): Readonly<Record<string, unknown>> => ({
  $roles: roles,
  $device: device,
  $isNew: isNew,
})

export const asksForDevice = (expression: Expression): boolean =>
  dependencies(expression).some(([head]) => head === '$device')
