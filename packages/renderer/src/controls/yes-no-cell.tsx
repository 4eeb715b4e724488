import type { YesNoField } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { useFormat } from '../formats/use-format.ts'
import type { ValueProps } from './field-control.ts'

export function YesNoCell({ field, value }: ValueProps<YesNoField>) {
  const word = useFormat()(field, value === true)
  if (value !== true) return <span className="pw-quiet">{word}</span>
  return (
    <span>
      <Icon name="check" /> {word}
    </span>
  )
}
