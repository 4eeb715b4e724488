import type { ChoiceField, MultiChoiceField } from '@pipewright/schemas'
import type { ControlProps } from '../field-control.ts'

type Props = ControlProps<ChoiceField> | ControlProps<MultiChoiceField>

/** Name of what has to be chosen first, when nothing is on offer only because that is still empty. */
export function waitsFor({ above, aboveLabel }: Props, offered: number): string | undefined {
  const isEmpty = above === null || (Array.isArray(above) && above.length === 0)
  return isEmpty && offered === 0 ? aboveLabel : undefined
}
