import type { Field } from '@pipewright/schemas'
import type { FieldControl } from './field-control.ts'

/** One entry per type of field. */
export type FieldControls = { readonly [T in Field['type']]: FieldControl<Extract<Field, { type: T }>> }
