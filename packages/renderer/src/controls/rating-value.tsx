import type { RatingField } from '@pipewright/schemas'
import { useFormat } from '../formats/use-format.ts'
import { asText } from './control-attributes.ts'
import type { ValueProps } from './field-control.ts'
import { ratingSigns } from './rating-signs.ts'

/** Given and missing signs, told as a number. */
export function RatingValue({ field, value, titles }: ValueProps<RatingField>) {
  const text = useFormat(titles)(field, value)
  const given = Math.min(Number(asText(value)) || 0, 10)
  const [full, empty] = ratingSigns[field.icon ?? 'star']
  return (
    <span className="pw-rating" role="img" aria-label={text} title={text}>
      {full.repeat(given)}
      <span className="pw-quiet">{empty.repeat(Math.max(0, (field.max ?? 5) - given))}</span>
    </span>
  )
}
