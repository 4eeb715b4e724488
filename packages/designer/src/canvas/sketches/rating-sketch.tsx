import { ratingSigns } from '@pipewright/renderer'
import type { RatingField } from '@pipewright/schemas'
import { literalDefault } from './literal-default.ts'

/** As many signs as can be given; those of the default are full. */
export function RatingSketch({ field }: { readonly field: RatingField }) {
  const [full, empty] = ratingSigns[field.icon ?? 'star']
  const most = field.max ?? 5
  const given = Math.min(Number(literalDefault(field)) || 0, most)
  return (
    <span className="pwd-rating" aria-hidden="true">
      {full.repeat(given)}
      <span className="pwd-quiet">{empty.repeat(most - given)}</span>
    </span>
  )
}
