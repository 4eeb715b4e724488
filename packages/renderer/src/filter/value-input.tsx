import type { JsonValue } from '@pipewright/contract'
import type { Field } from '@pipewright/schemas'
import type { Titles } from '../controls/field-control.ts'
import { controlOf } from '../controls/index.ts'
import { editorField } from './editor-field.ts'
import { ManyEditor } from './many-editor.tsx'

export interface ValueInputProps {
  readonly id: string
  readonly label: string
  readonly field: Field
  /** Asks for several values of the field. */
  readonly many?: boolean
  readonly titles?: Titles
  readonly value: JsonValue
  readonly onChange: (value: JsonValue) => void
}

const noTitles: Titles = {}

/** Whatever has several parts or points to any form is told in one line. */
function plainField(field: Field): Field {
  const plain = editorField(field)
  if (plain.type !== 'anyRelation') return plain
  return { type: 'text', key: field.key, label: field.label }
}

/** Asks for a value that a field could hold, without what the field demands. */
export function ValueInput({ id, label, field, many, titles, value, onChange }: ValueInputProps) {
  const plain = plainField(field)
  const { Control } = controlOf(plain)
  if (many === true) return <ManyEditor {...{ id, label, value, onChange }} field={plain} operand="many" />
  return <Control {...{ id, label, value, onChange }} field={plain} titles={titles ?? noTitles} compact />
}
