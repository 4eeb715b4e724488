import { isVolatile, type Place } from '@pipewright/metadata'
import type { AppDefinition, Field } from '@pipewright/schemas'
import { columnOf } from './column-of.ts'

/** Whether the values of a field lie in a column; otherwise they are in rows of their own or calculated when read. */
export const isStored = (definition: AppDefinition, place: Place, field: Field): boolean =>
  columnOf(field) !== null && !isVolatile(definition, place, field.key)
