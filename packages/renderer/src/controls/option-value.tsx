import type { Field } from '@pipewright/schemas'
import { OptionTag } from '@pipewright/ui'
import { asText, asTexts } from './control-attributes.ts'
import type { ValueProps } from './field-control.ts'
import { useOptions } from './option-list.ts'

/** One option or several as coloured tags. */
export function OptionValue({ field, value }: ValueProps<Field>) {
  const options = useOptions(field)
  const keys = Array.isArray(value) ? asTexts(value) : [asText(value)]
  return (
    <span className="pw-tags">
      {keys.map((key) => {
        const option = options.find((candidate) => candidate.value === key)
        return <OptionTag key={key} label={option?.label ?? key} color={option?.color} />
      })}
    </span>
  )
}
