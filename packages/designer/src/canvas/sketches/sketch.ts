import type { Locale, DefinitionIndex } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import type { ComponentType } from 'react'

export interface SketchProps<F extends Field = Field> {
  readonly field: F
  readonly index: DefinitionIndex
  readonly locale: Locale
}

/** How a field looks while the form is designed: its control, empty and out of reach. */
export type Sketches = {
  readonly [T in Field['type']]: ComponentType<SketchProps<Extract<Field, { type: T }>>>
}
