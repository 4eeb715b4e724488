import type { JsonValue } from '@pipewright/contract'
import { checkDefault, fixedDefault, fixedValue } from '@pipewright/metadata'
import { FieldInput } from '@pipewright/renderer'
import type { Expression, Field } from '@pipewright/schemas'
import { useId, useState, type FocusEvent } from 'react'
import { useTexts } from '../texts/use-texts.ts'

export interface DefaultValueProps {
  /** What it is called; otherwise what a field starts with. */
  readonly label?: string
  readonly field: Field
  readonly value: Expression | undefined
  readonly onCommit: (value: Expression | undefined) => void
}

/** Typed part by part: kept when all parts are there, which is when the control is left. */
const typed: ReadonlySet<Field['type']> = new Set<Field['type']>(['address', 'location', 'foreignMoney'])

/** A fixed value that is given as in a form: an address, a period, a record. */
export function ControlDefault({ label, field, value, onCommit }: DefaultValueProps) {
  const t = useTexts()
  const id = useId()
  const stored = (fixedValue(field, value) ?? null) as JsonValue
  const [draft, setDraft] = useState<JsonValue | undefined>(undefined)
  const shown = draft === undefined ? stored : draft
  const next = fixedDefault(field, shown)
  const isWrong = checkDefault({ ...field, default: next } as Field, []).length > 0
  const keep = (given: JsonValue) => {
    const made = fixedDefault(field, given)
    if (checkDefault({ ...field, default: made } as Field, []).length > 0) return
    setDraft(undefined)
    onCommit(made)
  }
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (draft !== undefined && !currentTarget.contains(relatedTarget)) keep(draft)
  }
  return (
    <div onBlur={leave}>
      <FieldInput
        id={id}
        label={label ?? t('inspector.defaultValue')}
        field={field}
        value={shown}
        invalid={isWrong}
        onChange={(given) => {
          setDraft(given)
          if (!typed.has(field.type)) keep(given)
        }}
      />
      {draft !== undefined && isWrong && (
        <span className="pwd-problem" role="status">
          {t('inspector.defaultUnfit')}
        </span>
      )}
    </div>
  )
}
