import type { JsonValue } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'
import { controlOf } from './index.ts'

export interface FieldInputProps {
  readonly id: string
  readonly label: string
  readonly field: Field
  readonly value: JsonValue
  readonly invalid?: boolean
  readonly onChange: (value: JsonValue) => void
}

const noTitles = {}

/** Without what the field demands, and without conditions that ask for the record around it. */
function plainField(field: Field): Field {
  const { required: _, filter: __, ...plain } = field as Extract<Field, { type: 'relation' }>
  const open = plain as Field
  return open.type === 'anyRelation'
    ? { ...open, targets: open.targets.map(({ form }) => ({ form })) as typeof open.targets }
    : open
}

/** Asks for a value of a field outside of any record, part by part as a form does. */
export function FieldInput({ field, ...props }: FieldInputProps) {
  const plain = plainField(field)
  const { Control } = controlOf(plain)
  return <Control {...props} field={plain} titles={noTitles} />
}
