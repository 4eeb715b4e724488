import type { RatingField } from '@pipewright/schemas'
import type { KeyboardEvent } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { asText } from './control-attributes.ts'
import type { ControlProps, FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'
import { ratingSigns } from './rating-signs.ts'

/** One radio button per sign, so that arrow keys choose; choosing the same again, or Delete, takes it away. */
function RatingControl(props: ControlProps<RatingField>) {
  const { field, id, label, onChange } = props
  const t = useTexts()
  const most = field.max ?? 5
  const given = Number(asText(props.value)) || 0
  const [full, empty] = ratingSigns[field.icon ?? 'star']
  const clear = (event: KeyboardEvent) => {
    if (event.key !== 'Delete' && event.key !== 'Backspace') return
    event.preventDefault()
    onChange(null)
  }
  return (
    <div
      id={id}
      role="radiogroup"
      tabIndex={-1}
      aria-label={label}
      aria-invalid={props.invalid ?? false}
      aria-required={props.required ?? false}
      aria-describedby={props.describedBy}
      className="pw-rate"
      onKeyDown={clear}
      onBlur={props.onBlur}
    >
      {Array.from({ length: most }, (_, at) => at + 1).map((count) => (
        <label key={count} className={count <= given ? 'pw-rate-given' : 'pw-rate-missing'}>
          <input
            type="radio"
            name={id}
            value={count}
            checked={count === given}
            disabled={props.disabled ?? false}
            aria-label={t('control.rating', { count, most })}
            onChange={() => onChange(String(count))}
            onClick={() => {
              if (count === given) onChange(null)
            }}
          />
          <span aria-hidden="true">{count <= given ? full : empty}</span>
        </label>
      ))}
    </div>
  )
}

export const rating: FieldControl<RatingField> = {
  Control: RatingControl,
  ...fieldViews.rating,
}
