import type { LongTextField } from '@pipewright/schemas'
import { asText } from './control-attributes.ts'
import type { ValueProps } from './field-control.ts'

export const LongTextValue = ({ value }: ValueProps<LongTextField>) => (
  <div className="pw-long-text">{asText(value)}</div>
)
