import { scaleOf } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import type { CompiledPlace } from '../../app/compiled-form.ts'
import type { Draft } from './write-scene.ts'

const zeroOfNothing: ReadonlySet<string> = new Set(['count', 'countDistinct', 'sum'])

/** What a record holds before anybody wrote it: rollups of nothing are zero or empty. */
export function blank(place: CompiledPlace): Draft {
  const draft: Draft = {}
  for (const field of place.fields.values()) {
    const zero = field.type === 'rollup' && zeroOfNothing.has(field.function)
    draft[field.key] = zero ? decimalZero(field) : field.type === 'lineItems' ? [] : null
  }
  return draft
}

const decimalZero = (field: Field): string => {
  const scale = scaleOf(field)
  return scale === 0 ? '0' : `0.${'0'.repeat(scale)}`
}
