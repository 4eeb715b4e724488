import type { Field } from '@pipewright/schemas'
import { OptionTag } from '@pipewright/ui'
import { asText, asTexts } from '../control-attributes.ts'
import type { ValueProps } from '../field-control.ts'
import { useAnswer } from './option-list.ts'

/** One option or several as coloured tags. */
export function OptionValue({ field, value }: ValueProps<Field>) {
  const answer = useAnswer(field)
  const keys = Array.isArray(value) ? asTexts(value) : [asText(value)]
  return (
    <span className="pw-tags">
      {keys.map((key) => {
        const { label, color } = answer(key)
        return <OptionTag key={key} label={label} color={color} />
      })}
    </span>
  )
}
