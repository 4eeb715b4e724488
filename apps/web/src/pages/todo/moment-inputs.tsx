import { FieldInput } from '@pipewright/renderer'
import type { Field } from '@pipewright/schemas'

interface InputProps {
  readonly id?: string
  readonly label: string
  /** Empty is an empty text. */
  readonly value?: string
  readonly onChange?: (value: string) => void
}

const day: Field = { type: 'date', key: 'day', label: {} }
const time: Field = { type: 'time', key: 'time', label: {} }

const inputOf = (field: Field) =>
  function MomentInput({ id, label, value, onChange }: InputProps) {
    return (
      <FieldInput
        id={id ?? field.key}
        label={label}
        field={field}
        value={value === undefined || value === '' ? null : value}
        onChange={(next) => onChange?.(typeof next === 'string' ? next : '')}
      />
    )
  }

/** A day, picked or typed as in records: in the language of the interface, whichever the browser has. */
export const DayInput = inputOf(day)
/** A time of day. */
export const TimeInput = inputOf(time)
