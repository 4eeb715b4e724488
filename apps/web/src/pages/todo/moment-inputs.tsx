import { FieldInput } from '@pipewright/renderer'
import type { Field } from '@pipewright/schemas'

interface InputProps {
  readonly id?: string
  readonly label: string
  /** Empty is an empty text. */
  readonly value?: string
  readonly onChange?: (value: string) => void
}

const day = { type: 'date', key: 'day', label: {} } as const
const time = { type: 'time', key: 'time', label: {} } as const

/** A day is "YYYY-MM-DD", a time of day "HH:MM". */
const lengthOf = { date: 10, time: 5 }

const inputOf = (field: Field & { readonly type: 'date' | 'time' }) =>
  function MomentInput({ id, label, value, onChange }: InputProps) {
    return (
      <FieldInput
        id={id ?? field.key}
        label={label}
        field={field}
        value={value === undefined || value === '' ? null : value}
        onChange={(next) => onChange?.(typeof next === 'string' ? next.slice(0, lengthOf[field.type]) : '')}
      />
    )
  }

/** A day, picked or typed as in records: in the language of the interface, whichever the browser has. */
export const DayInput = inputOf(day)
/** A time of day. */
export const TimeInput = inputOf(time)
